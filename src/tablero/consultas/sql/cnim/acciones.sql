-- ¿Qué se reportó de cada acción del plan y cuáles son sus tareas?
-- nivel: publicado
WITH tareas AS (
    SELECT
        accion_numero,
        count(*) AS tareas,
        min(tarea_numero) AS primera_tarea_numero,
        string_agg(tarea_numero || '. ' || tarea, chr(10) ORDER BY tarea_numero) AS tareas_texto,
    FROM tablero.vigente.cnim_tareas
    GROUP BY accion_numero
)

SELECT
    a.accion_numero,
    a.accion,
    coalesce(t.tareas, 0) AS tareas,
    t.primera_tarea_numero,
    t.tareas_texto,
    a.reporte_cualitativo,
    NOT a.presenta_avance AS es_sin_avance,
    a.corte_fecha,
    a.fuente_codigo,
    a.ubicacion,
    a.cita,
FROM tablero.vigente.cnim_acciones AS a
LEFT JOIN tareas AS t USING (accion_numero)
ORDER BY a.accion_numero
