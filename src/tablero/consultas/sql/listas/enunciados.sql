-- ¿Qué dicen estas listas de un documento en su último corte?
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
WHERE list_contains($listas, lista_codigo)
QUALIFY corte_fecha = max(corte_fecha) OVER (PARTITION BY lista_codigo)
ORDER BY list_position($listas, lista_codigo), orden
