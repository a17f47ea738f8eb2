-- ¿Qué resoluciones nombra el informe y qué disponen?
-- nivel: publicado
SELECT
    resolucion,
    resolucion_fecha,
    objeto,
    accion_numero,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.cnim_resoluciones
ORDER BY resolucion_fecha, resolucion
