-- ¿Qué municipios priorizó el IPT, en qué orden y en qué clúster están?
-- nivel: publicado
WITH ultimos AS (
    SELECT
        *,
        count(*) OVER () AS priorizados_total,
    FROM tablero.vigente.ipt_priorizados
)

SELECT
    u.orden,
    u.municipio_codigo,
    u.municipio_nombre,
    u.departamento_codigo,
    u.departamento_nombre,
    u.cluster_numero,
    u.priorizados_total,
    m.longitud,
    m.latitud,
    u.corte_fecha,
    u.fuente_codigo,
    u.ubicacion,
FROM ultimos AS u
INNER JOIN tablero.municipios AS m USING (municipio_codigo)
WHERE
    ($departamento IS NULL OR u.departamento_nombre = $departamento)
    AND ($municipio IS NULL OR u.municipio_codigo = $municipio)
ORDER BY u.orden
