-- ¿Qué listas traen los documentos, elemento por elemento?
-- nivel: publicado
SELECT
    lista_codigo,
    orden,
    titulo,
    detalle,
    corte_fecha,
    fuente_codigo,
FROM tablero.vigente.enunciados
ORDER BY lista_codigo, orden
