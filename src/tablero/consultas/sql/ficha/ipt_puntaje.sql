-- ¿Qué puntaje, orden y categoría calculó el tablero para el municipio, en la última edición?
-- nivel: calculado
WITH ultima AS (
    SELECT * FROM tablero.ipt_puntajes
    WHERE edicion = (SELECT max(edicion) FROM tablero.ipt_puntajes)
)

SELECT
    municipio_codigo,
    edicion,
    puntaje,
    orden_calculado,
    (SELECT count(puntaje) FROM ultima) AS municipios_con_puntaje,
    categoria_natural,
    orden_minimo,
    orden_maximo,
    categoria_estabilidad_pct,
    motivo,
    formula_version,
    fuente_codigo,
    ubicacion,
FROM ultima
WHERE municipio_codigo = $municipio
