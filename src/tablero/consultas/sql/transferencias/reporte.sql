-- ¿Qué reporta la acción del Plan de la CNIM que transfiere estos recursos?
-- nivel: publicado
SELECT
    a.accion_numero,
    a.accion,
    a.reporte_cualitativo,
    a.corte_fecha,
    a.fuente_codigo,
    a.ubicacion,
FROM tablero.vigente.cnim_acciones AS a
WHERE
    a.accion_numero IN (
        SELECT r.accion_numero FROM tablero.vigente.cnim_resoluciones AS r
        INNER JOIN tablero.vigente.transferencias_psicosociales AS t USING (resolucion)
    )
ORDER BY a.accion_numero
