-- ¿Cuánto suma el territorio, con y sin los municipios que desistieron, y qué parte es del país?
-- nivel: calculado
WITH lista AS (
    SELECT
        *,
        ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio) AS es_del_territorio,
    FROM tablero.vigente.transferencias_psicosociales
),

publicado AS (
    SELECT * FROM tablero.vigente.cifras
    WHERE cifra_codigo = 'cnim_transferencias_asignadas_cop'
),

sustento AS (
    SELECT fuente_codigo, ubicacion FROM lista
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM publicado
),

sumas AS (
    SELECT
        count(*) FILTER (WHERE es_del_territorio) AS municipios,
        count(*) FILTER (WHERE es_del_territorio AND estado = 'girado') AS municipios_girados,
        count(*) FILTER (WHERE es_del_territorio AND estado = 'desistido') AS municipios_desistidos,
        coalesce(sum(valor_cop) FILTER (WHERE es_del_territorio), 0) AS asignado_cop,
        coalesce(
            sum(valor_cop) FILTER (WHERE es_del_territorio AND estado = 'girado'), 0
        ) AS girado_cop,
        coalesce(
            sum(valor_cop) FILTER (WHERE es_del_territorio AND estado = 'desistido'), 0
        ) AS desistido_cop,
        string_agg(municipio_nombre, ' | ' ORDER BY valor_cop DESC)
        FILTER (WHERE es_del_territorio AND estado = 'desistido') AS desistidos_texto,
        count(*) AS municipios_pais,
        count(DISTINCT departamento_codigo) AS departamentos_pais,
        sum(valor_cop) AS asignado_pais_cop,
        sum(valor_cop) FILTER (WHERE estado = 'girado') AS girado_pais_cop,
        max(corte_fecha) AS corte_fecha,
        string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    FROM lista
    HAVING count(*) > 0
)

SELECT
    CAST(sumas.municipios AS BIGINT) AS municipios,
    sumas.municipios_girados,
    sumas.municipios_desistidos,
    CAST(sumas.asignado_cop AS BIGINT) AS asignado_cop,
    CAST(sumas.girado_cop AS BIGINT) AS girado_cop,
    CAST(sumas.desistido_cop AS BIGINT) AS desistido_cop,
    sumas.desistidos_texto,
    100.0 * sumas.girado_cop / sumas.girado_pais_cop AS participacion_pct,
    100.0 * sumas.asignado_cop / sumas.asignado_pais_cop AS asignado_parte_pct,
    sumas.municipios_pais,
    sumas.departamentos_pais,
    CAST(sumas.girado_pais_cop AS BIGINT) AS girado_pais_cop,
    (SELECT max(valor) FROM publicado) - sumas.asignado_pais_cop AS diferencia_cop,
    sumas.corte_fecha,
    sumas.fuente_codigo,
    (SELECT lugares(fuente_codigo, ubicacion) FROM sustento) AS ubicacion,
FROM sumas
