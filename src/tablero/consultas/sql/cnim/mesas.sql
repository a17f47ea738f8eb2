-- ¿Cuándo se hicieron las mesas técnicas y de qué trataron?
-- nivel: publicado
SELECT
    mesa_numero,
    mesa_fecha,
    tema,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.cnim_mesas
ORDER BY mesa_fecha, mesa_numero
