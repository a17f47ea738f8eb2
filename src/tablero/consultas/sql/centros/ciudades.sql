-- ¿Cuántas personas atendieron los centros de cada ciudad, sumados?
-- nivel: calculado
WITH sustento AS (
    SELECT
        municipio_codigo,
        lugares(fuente_codigo, ubicacion) AS ubicacion,
    FROM (
        SELECT municipio_codigo, fuente_codigo, ubicacion FROM tablero.vigente.centros_integrate
        UNION ALL
        SELECT municipio_codigo, fuente_codigo, ubicacion FROM tablero.vigente.centros_atenciones
    )
    GROUP BY municipio_codigo
)

SELECT
    c.municipio_codigo,
    c.municipio_nombre,
    c.departamento_codigo,
    c.departamento_nombre,
    count(*) AS centros,
    count(r.personas) AS centros_con_reporte,
    string_agg(c.centro_nombre, ', ' ORDER BY c.centro_nombre) AS centros_texto,
    CAST(sum(r.personas) AS BIGINT) AS personas,
    100.0 * sum(r.personas) / (SELECT sum(personas) FROM tablero.vigente.centros_atenciones) AS personas_parte_pct,
    min(r.desde_fecha) AS desde_fecha,
    max(r.hasta_fecha) AS hasta_fecha,
    max(c.corte_fecha) AS corte_fecha,
    string_agg(DISTINCT c.fuente_codigo, ' | ') AS fuente_codigo,
    s.ubicacion,
FROM tablero.vigente.centros_integrate AS c
LEFT JOIN tablero.vigente.centros_atenciones AS r USING (centro_codigo)
LEFT JOIN sustento AS s ON c.municipio_codigo = s.municipio_codigo
WHERE
    ($departamento IS NULL OR c.departamento_nombre = $departamento)
    AND ($municipio IS NULL OR c.municipio_codigo = $municipio)
GROUP BY ALL
ORDER BY personas DESC NULLS LAST, c.municipio_nombre
