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
FROM tablero.cnim_resoluciones
WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.cnim_resoluciones)
ORDER BY resolucion_fecha, resolucion
