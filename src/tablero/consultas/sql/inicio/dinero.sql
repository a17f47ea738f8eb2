-- ¿Cuánto se giró al territorio para acompañamiento psicosocial, con y sin quienes desistieron?
-- nivel: calculado
SELECT
    CAST(coalesce(sum(valor_cop) FILTER (WHERE estado = 'girado'), 0) AS BIGINT) AS girado_cop,
    CAST(coalesce(sum(valor_cop) FILTER (WHERE estado = 'desistido'), 0) AS BIGINT) AS desistido_cop,
    CAST(sum(valor_cop) AS BIGINT) AS asignado_cop,
    count(*) FILTER (WHERE estado = 'girado') AS municipios_girados,
    count(*) FILTER (WHERE estado = 'desistido') AS municipios_desistidos,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM tablero.vigente.transferencias_psicosociales
WHERE
    ($departamento IS NULL OR departamento_nombre = $departamento)
    AND ($municipio IS NULL OR municipio_codigo = $municipio)
HAVING count(*) > 0
