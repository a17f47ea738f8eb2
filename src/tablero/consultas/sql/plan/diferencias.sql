-- ¿Qué productos están en el plan que vale en un corte y no en el corte, y al revés?
-- Son diferencias, no errores: el plan puede ser de otra fecha.
-- nivel: publicado
WITH del_plan AS (
    SELECT
        p.*,
        n.es_posterior,
    FROM tablero.plan_vigencias AS n
    INNER JOIN tablero.plan_productos AS p USING (politica_codigo, version_codigo)
    WHERE
        n.politica_codigo = $politica
        AND n.corte_fecha = $corte
        AND p.vigencia IS DISTINCT FROM 'No vigente'
),

del_corte AS (
    SELECT * FROM tablero.politica_seguimiento
    WHERE politica_codigo = $politica AND corte_fecha = $corte AND semaforo != 'no vigente'
)

SELECT
    producto_codigo,
    CASE WHEN c.producto_codigo IS NULL THEN 'solo en el plan' ELSE 'solo en el corte' END
        AS donde,
    coalesce(p.producto_nombre, c.producto_nombre) AS producto_nombre,
    coalesce(p.ponderacion_pct, c.ponderacion_pct) AS ponderacion_pct,
    coalesce(p.entidad_nombre, c.entidad_nombre) AS entidad_nombre,
    $politica AS politica_codigo,
    CAST($corte AS DATE) AS corte_fecha,
    coalesce(p.fuente_codigo, c.fuente_codigo) AS fuente_codigo,
    coalesce(p.ubicacion, c.ubicacion) AS ubicacion,
FROM del_plan AS p
FULL OUTER JOIN del_corte AS c USING (producto_codigo)
WHERE (p.producto_codigo IS NULL OR c.producto_codigo IS NULL) AND EXISTS (SELECT 1 FROM del_plan)
ORDER BY list_transform(string_split(producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
