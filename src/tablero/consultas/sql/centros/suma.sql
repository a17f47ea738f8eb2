-- ¿Cuánto suman los centros del territorio y qué parte es de la suma del país?
-- nivel: calculado
WITH reportes AS (
    SELECT
        *,
        ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio) AS es_del_territorio,
    FROM tablero.vigente.centros_atenciones
)

SELECT
    CAST(sum(personas) FILTER (WHERE es_del_territorio) AS BIGINT) AS personas,
    count(*) FILTER (WHERE es_del_territorio) AS centros_con_reporte,
    CAST(sum(personas) AS BIGINT) AS personas_pais,
    100.0 * sum(personas) FILTER (WHERE es_del_territorio) / sum(personas) AS personas_parte_pct,
    min(desde_fecha) AS desde_fecha,
    max(hasta_fecha) AS hasta_fecha,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM reportes
HAVING count(*) > 0
