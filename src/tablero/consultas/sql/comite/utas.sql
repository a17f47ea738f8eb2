-- ¿Cuántas actividades reportó cada unidad técnica de apoyo (UTA)?
-- nivel: publicado y calculado
SELECT
    uta_numero,
    uta_nombre,
    actividades,
    actividades_entidades,
    actividades_intersectoriales,
    actividades_reportadas,
    actividades - actividades_reportadas AS actividades_sin_reporte,
    reporte_pct,
    100.0 * actividades_reportadas / nullif(actividades, 0) AS reporte_calculado_pct,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.comite_utas
ORDER BY uta_numero
