-- ¿Qué reporta la acción del Plan de la CNIM que transfiere estos recursos?
-- nivel: publicado
SELECT
    a.accion_numero,
    a.accion,
    a.reporte_cualitativo,
    a.corte_fecha,
    a.fuente_codigo,
    a.ubicacion,
FROM tablero.cnim_acciones AS a
WHERE
    a.corte_fecha = (SELECT max(corte_fecha) FROM tablero.cnim_acciones)
    AND a.accion_numero IN (
        SELECT r.accion_numero FROM tablero.cnim_resoluciones AS r
        INNER JOIN tablero.transferencias_psicosociales AS t USING (resolucion, corte_fecha)
    )
ORDER BY a.accion_numero
