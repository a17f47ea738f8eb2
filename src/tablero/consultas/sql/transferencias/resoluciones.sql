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
FROM tablero.cnim_resoluciones
WHERE
    corte_fecha = (SELECT max(corte_fecha) FROM tablero.cnim_resoluciones)
    AND accion_numero IN (
        SELECT r.accion_numero FROM tablero.cnim_resoluciones AS r
        INNER JOIN tablero.transferencias_psicosociales AS t USING (resolucion, corte_fecha)
    )
ORDER BY resolucion_fecha, resolucion
