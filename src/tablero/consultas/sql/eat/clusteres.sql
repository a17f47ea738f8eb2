-- ¿Qué tiene cada clúster, en una fila?
-- nivel: publicado y calculado
WITH miembros AS (
    SELECT
        c.*,
        p.orden,
    FROM tablero.vigente.clusteres AS c
    LEFT JOIN tablero.vigente.ipt_priorizados AS p USING (municipio_codigo)
),

municipios AS (
    SELECT
        cluster_numero,
        string_agg(DISTINCT departamento_nombre, ', ' ORDER BY departamento_nombre)
            AS departamentos_texto,
        string_agg(municipio_nombre, ', ' ORDER BY orden) AS municipios_texto,
        count(*) AS municipios,
        bool_or(
            ($departamento IS NULL OR departamento_nombre = $departamento)
            AND ($municipio IS NULL OR municipio_codigo = $municipio)
        ) AS cumple_filtro,
        any_value(corte_fecha) AS corte_fecha,
    FROM miembros
    GROUP BY cluster_numero
),

talleres AS (
    SELECT
        coalesce(m.cluster_numero, t.cluster_asociado) AS cluster_numero,
        string_agg(t.lugar, ', ' ORDER BY t.lugar) AS talleres_texto,
    FROM tablero.vigente.eat_talleres AS t
    LEFT JOIN miembros AS m ON t.municipio_codigo = m.municipio_codigo
    GROUP BY ALL
),

centros AS (
    SELECT
        m.cluster_numero,
        string_agg(c.centro_nombre || ' (' || c.etapa || ')', ', ' ORDER BY c.centro_nombre)
            AS centros_texto,
    FROM tablero.vigente.centros_integrate AS c
    INNER JOIN miembros AS m ON c.municipio_codigo = m.municipio_codigo
    GROUP BY m.cluster_numero
),

transferencias AS (
    SELECT
        m.cluster_numero,
        CAST(coalesce(sum(t.valor_cop) FILTER (WHERE t.estado = 'girado'), 0) AS BIGINT)
            AS girado_cop,
        CAST(coalesce(sum(t.valor_cop) FILTER (WHERE t.estado = 'desistido'), 0) AS BIGINT)
            AS desistido_cop,
    FROM tablero.vigente.transferencias_psicosociales AS t
    INNER JOIN miembros AS m ON t.municipio_codigo = m.municipio_codigo
    GROUP BY m.cluster_numero
),

filas AS (
    SELECT cluster_numero, fuente_codigo, ubicacion FROM miembros

    UNION ALL

    SELECT cluster_numero, fuente_codigo, ubicacion FROM tablero.vigente.clusteres_conteos

    UNION ALL

    SELECT
        coalesce(m.cluster_numero, t.cluster_asociado),
        t.fuente_codigo,
        t.ubicacion,
    FROM tablero.vigente.eat_talleres AS t
    LEFT JOIN miembros AS m ON t.municipio_codigo = m.municipio_codigo

    UNION ALL

    SELECT
        m.cluster_numero,
        c.fuente_codigo,
        c.ubicacion,
    FROM tablero.vigente.centros_integrate AS c
    INNER JOIN miembros AS m ON c.municipio_codigo = m.municipio_codigo

    UNION ALL

    SELECT
        m.cluster_numero,
        t.fuente_codigo,
        t.ubicacion,
    FROM tablero.vigente.transferencias_psicosociales AS t
    INNER JOIN miembros AS m ON t.municipio_codigo = m.municipio_codigo
),

sustento AS (
    SELECT
        cluster_numero,
        string_agg(DISTINCT fuente_codigo, ' | ' ORDER BY fuente_codigo) AS fuente_codigo,
        lugares(fuente_codigo, ubicacion) AS ubicacion,
    FROM filas
    GROUP BY cluster_numero
)

SELECT
    m.cluster_numero,
    m.departamentos_texto,
    m.municipios,
    n.municipios AS municipios_publicados,
    m.municipios_texto,
    t.talleres_texto,
    c.centros_texto,
    d.girado_cop,
    d.desistido_cop,
    m.corte_fecha,
    s.fuente_codigo,
    s.ubicacion,
FROM municipios AS m
LEFT JOIN tablero.vigente.clusteres_conteos AS n ON m.cluster_numero = n.cluster_numero
LEFT JOIN talleres AS t ON m.cluster_numero = t.cluster_numero
LEFT JOIN centros AS c ON m.cluster_numero = c.cluster_numero
LEFT JOIN transferencias AS d ON m.cluster_numero = d.cluster_numero
LEFT JOIN sustento AS s ON m.cluster_numero = s.cluster_numero
WHERE m.cumple_filtro
ORDER BY m.cluster_numero
