-- ¿Qué dice esta lista de un documento en su último corte?
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
WHERE lista_codigo = $lista
QUALIFY corte_fecha = max(corte_fecha) OVER ()
ORDER BY orden
