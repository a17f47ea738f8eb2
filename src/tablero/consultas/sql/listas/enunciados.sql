-- ¿Qué dicen estas listas del último documento que las trae?
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
FROM tablero.vigente.enunciados
WHERE list_contains($listas, lista_codigo)
ORDER BY list_position($listas, lista_codigo), orden
