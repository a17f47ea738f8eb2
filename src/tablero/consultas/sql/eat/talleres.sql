-- ¿Dónde fueron los talleres de la segunda fase y con qué clúster se muestra cada uno?
-- nivel: publicado
WITH clusteres AS (
    SELECT * FROM tablero.vigente.clusteres
),

talleres AS (
    SELECT
        t.*,
        coalesce(c.cluster_numero, t.cluster_asociado) AS cluster_numero,
    FROM tablero.vigente.eat_talleres AS t
    LEFT JOIN clusteres AS c ON t.municipio_codigo = c.municipio_codigo
),

del_filtro AS (
    SELECT DISTINCT cluster_numero FROM clusteres
    WHERE
        ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio)
)

SELECT
    lugar,
    municipio_codigo,
    municipio_nombre,
    departamento_nombre,
    cluster_numero,
    CASE
        WHEN municipio_codigo IS NULL
            THEN 'Subregión, no municipio: se muestra con el clúster ' || cluster_asociado || '.'
        WHEN cluster_numero IS NULL
            THEN 'Fuera de los municipios priorizados: no está en ningún clúster.'
        ELSE 'Municipio priorizado.'
    END AS nota,
    fase_numero,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM talleres
WHERE
    cluster_numero IN (SELECT cluster_numero FROM del_filtro)
    OR (
        cluster_numero IS NULL
        AND ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio)
    )
ORDER BY cluster_numero NULLS LAST, lugar
