-- ¿Cuántas acciones y tareas tiene el plan y de cuántas no se presenta avance?
-- nivel: calculado
WITH acciones AS (
    SELECT * FROM tablero.vigente.cnim_acciones
),

tareas AS (
    SELECT accion_numero, count(*) AS tareas,
    FROM tablero.vigente.cnim_tareas
    GROUP BY accion_numero
),

sustento AS (
    SELECT fuente_codigo, ubicacion FROM acciones
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM tablero.vigente.cnim_tareas
)

SELECT
    count(*) AS acciones,
    count(*) FILTER (WHERE NOT a.presenta_avance) AS acciones_sin_avance,
    count(*) FILTER (WHERE t.tareas IS NULL) AS acciones_sin_tareas,
    CAST(sum(t.tareas) AS BIGINT) AS tareas,
    max(a.corte_fecha) AS corte_fecha,
    any_value(a.fuente_codigo) AS fuente_codigo,
    (SELECT lugares(fuente_codigo, ubicacion) FROM sustento) AS ubicacion,
FROM acciones AS a
LEFT JOIN tareas AS t USING (accion_numero)
HAVING count(*) > 0
