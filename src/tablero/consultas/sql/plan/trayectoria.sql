-- ¿Cuánto debe llevar la política al cierre de cada año según el plan que vale en un corte, y cuánto
-- llevaba en los cortes hasta él? Una fila por año del plan y una por corte; el avance es el
-- publicado o, si nadie lo publica, el calculado.
-- nivel: publicado y calculado
WITH del_plan AS (
    SELECT t.*
    FROM tablero.plan_vigencias AS n
    INNER JOIN tablero.plan_trayectorias AS t USING (politica_codigo, version_codigo)
    WHERE n.politica_codigo = $politica AND n.corte_fecha = $corte
),

cortes AS (
    SELECT
        corte_fecha,
        max(avance_pct) FILTER (WHERE nivel = 'publicado') AS publicado_pct,
        max(avance_pct) FILTER (WHERE nivel = 'calculado') AS calculado_pct,
        string_agg(DISTINCT fuente_codigo, ' | ' ORDER BY fuente_codigo) AS fuente_codigo,
    FROM tablero.politica_cortes
    WHERE politica_codigo = $politica AND corte_fecha <= $corte
    GROUP BY corte_fecha
)

SELECT
    make_date(anio, 12, 31) AS dia_fecha,
    version_codigo,
    trayectoria_pct AS trayectoria_plan_pct,
    CAST(NULL AS DOUBLE) AS avance_pct,
    CAST(NULL AS VARCHAR) AS avance_nivel,
    productos,
    productos_sin_dato,
    ponderacion_sin_dato_pct,
    formula_version,
    fuente_codigo,
    ubicacion,
FROM del_plan
UNION ALL
SELECT
    corte_fecha,
    NULL,
    NULL,
    coalesce(publicado_pct, calculado_pct),
    CASE WHEN publicado_pct IS NULL THEN 'calculado' ELSE 'publicado' END,
    NULL,
    NULL,
    NULL,
    NULL,
    fuente_codigo,
    NULL,
FROM cortes
WHERE EXISTS (SELECT 1 FROM del_plan) AND coalesce(publicado_pct, calculado_pct) IS NOT NULL
ORDER BY dia_fecha, version_codigo NULLS LAST
