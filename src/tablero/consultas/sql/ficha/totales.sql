-- ¿Cuánto suman los centros y las transferencias de un territorio (municipio, departamento, clúster)?
-- nivel: calculado
WITH lugares AS (
    SELECT m.municipio_codigo
    FROM tablero.municipios AS m
    LEFT JOIN tablero.vigente.clusteres AS c ON m.municipio_codigo = c.municipio_codigo
    WHERE
        ($municipio IS NULL OR m.municipio_codigo = $municipio)
        AND ($departamento IS NULL OR m.departamento_codigo = $departamento)
        AND ($cluster IS NULL OR c.cluster_numero = $cluster)
),

reportes AS (
    SELECT * FROM tablero.vigente.centros_atenciones
),

transferencias AS (
    SELECT * FROM tablero.vigente.transferencias_psicosociales
)

SELECT
    'personas' AS concepto,
    CAST(sum(personas) AS BIGINT) AS total,
    count(*) AS sumandos,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM reportes
INNER JOIN lugares USING (municipio_codigo)
HAVING count(*) > 0

UNION ALL

SELECT
    estado,
    CAST(sum(valor_cop) AS BIGINT),
    count(*),
    max(corte_fecha),
    string_agg(DISTINCT fuente_codigo, ' | '),
    lugares(fuente_codigo, ubicacion),
FROM transferencias
INNER JOIN lugares USING (municipio_codigo)
GROUP BY estado
ORDER BY concepto
