-- ¿Con qué resoluciones se adoptó la estrategia y se asignó el dinero, y qué dispone cada una?
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
WHERE
    accion_numero IN (
        SELECT r.accion_numero FROM tablero.vigente.cnim_resoluciones AS r
        INNER JOIN tablero.vigente.transferencias_psicosociales AS t USING (resolucion)
    )
ORDER BY resolucion_fecha, resolucion
