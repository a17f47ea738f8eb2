-- ¿Qué dice una lista del documento de la EAT: rasgos, objetivos, aliados, financiadores?
-- nivel: publicado
SELECT
    lista_codigo,
    orden,
    titulo,
    detalle,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.enunciados
WHERE
    lista_codigo = $lista
    AND corte_fecha = (
        SELECT max(corte_fecha) FROM tablero.enunciados WHERE lista_codigo = $lista
    )
ORDER BY orden
