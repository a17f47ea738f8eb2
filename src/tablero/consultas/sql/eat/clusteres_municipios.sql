-- ¿Qué municipios forman cada clúster? Un clúster va entero si alguno cumple el filtro.
-- nivel: publicado
WITH ultimos AS (
    SELECT * FROM tablero.vigente.clusteres
)

SELECT
    u.cluster_numero,
    u.municipio_codigo,
    u.municipio_nombre,
    u.departamento_codigo,
    u.departamento_nombre,
    m.longitud,
    m.latitud,
    u.corte_fecha,
    u.fuente_codigo,
    u.ubicacion,
FROM ultimos AS u
INNER JOIN tablero.municipios AS m USING (municipio_codigo)
WHERE
    u.cluster_numero IN (
        SELECT cluster_numero FROM ultimos
        WHERE
            ($departamento IS NULL OR departamento_nombre = $departamento)
            AND ($municipio IS NULL OR municipio_codigo = $municipio)
    )
ORDER BY u.cluster_numero, u.municipio_nombre
