-- ¿Cuánto se giró a cada departamento, cuánto desistió y qué parte es de lo girado en el país?
-- nivel: calculado
WITH lista AS (
    SELECT * FROM tablero.vigente.transferencias_psicosociales
)

SELECT
    departamento_codigo,
    departamento_nombre,
    count(*) AS municipios,
    CAST(coalesce(sum(valor_cop) FILTER (WHERE estado = 'girado'), 0) AS BIGINT) AS girado_cop,
    CAST(coalesce(sum(valor_cop) FILTER (WHERE estado = 'desistido'), 0) AS BIGINT) AS desistido_cop,
    100.0 * coalesce(sum(valor_cop) FILTER (WHERE estado = 'girado'), 0)
    / (SELECT sum(valor_cop) FROM lista WHERE estado = 'girado') AS participacion_pct,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM lista
WHERE $departamento IS NULL OR departamento_nombre = $departamento
GROUP BY departamento_codigo, departamento_nombre
ORDER BY girado_cop DESC, desistido_cop DESC, departamento_nombre
