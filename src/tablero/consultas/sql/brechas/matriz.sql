-- ¿Con qué nombran las listas a cada municipio: Centro Intégrate, transferencia y taller nombrado?
-- nivel: calculado
-- «no aparece»: la lista de la fuente no lo nombra. Lo proyectado, lo desistido y el taller de una
-- subregión quedan a medias: no se cuentan ni en `tiene` ni en `brechas`.
WITH priorizados AS (
    SELECT * FROM tablero.vigente.ipt_priorizados
),

clusteres AS (
    SELECT * FROM tablero.vigente.clusteres
),

lista_centros AS (
    SELECT
        *,
        etapa || CASE WHEN es_piloto THEN ' (piloto)' ELSE '' END AS etapa_texto,
    FROM tablero.vigente.centros_integrate
),

reportes AS (
    SELECT * FROM tablero.vigente.centros_atenciones
),

lista_transferencias AS (
    SELECT * FROM tablero.vigente.transferencias_psicosociales
),

lista_talleres AS (
    SELECT * FROM tablero.vigente.eat_talleres
),

centros AS (
    SELECT
        c.municipio_codigo,
        CASE WHEN bool_or(c.etapa <> 'proyectado') THEN 'sí' ELSE 'proyectado' END AS estado,
        string_agg(c.centro_nombre, ' | ' ORDER BY c.centro_nombre) AS nombres,
        string_agg(DISTINCT c.etapa_texto, ' | ' ORDER BY c.etapa_texto) AS etapas,
        count(*) AS centros,
        count(*) FILTER (WHERE c.etapa = 'nuevo' AND c.apertura_fecha IS NULL) AS nuevos_sin_fecha,
        min(c.apertura_fecha) AS apertura_fecha,
        CAST(sum(r.personas) AS BIGINT) AS personas,
        count(r.personas) AS centros_con_reporte,
        min(r.desde_fecha) AS desde_fecha,
        max(r.hasta_fecha) AS hasta_fecha,
    FROM lista_centros AS c
    LEFT JOIN reportes AS r USING (centro_codigo)
    GROUP BY c.municipio_codigo
),

transferencias AS (
    SELECT
        municipio_codigo,
        CASE WHEN bool_or(estado = 'girado') THEN 'sí' ELSE 'desistido' END AS estado,
        -- Si se le giró, solo lo girado: lo que desistió no está en el territorio.
        CAST(
            coalesce(sum(valor_cop) FILTER (WHERE estado = 'girado'), sum(valor_cop)) AS BIGINT
        ) AS valor_cop,
    FROM lista_transferencias
    GROUP BY municipio_codigo
),

-- Un taller de una subregión alcanza a los municipios del clúster con que se muestra.
talleres AS (
    SELECT
        coalesce(t.municipio_codigo, c.municipio_codigo) AS municipio_codigo,
        CASE WHEN bool_or(t.municipio_codigo IS NOT NULL) THEN 'sí' ELSE 'subregión' END AS estado,
        string_agg(t.lugar, ' | ' ORDER BY t.lugar) AS lugar,
    FROM lista_talleres AS t
    LEFT JOIN clusteres AS c
        ON t.municipio_codigo IS NULL AND t.cluster_asociado = c.cluster_numero
    GROUP BY ALL
),

universo AS (
    SELECT municipio_codigo FROM priorizados
    UNION
    SELECT municipio_codigo FROM centros
    UNION
    SELECT municipio_codigo FROM transferencias
    UNION
    SELECT municipio_codigo FROM talleres WHERE municipio_codigo IS NOT NULL
),

de_la_eat AS (
    SELECT
        string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
        max(corte_fecha) AS corte_fecha,
    FROM (
        SELECT fuente_codigo, corte_fecha FROM priorizados
        UNION ALL
        SELECT fuente_codigo, corte_fecha FROM clusteres
        UNION ALL
        SELECT fuente_codigo, corte_fecha FROM lista_talleres
    )
),

de_la_cnim AS (
    SELECT
        string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
        max(corte_fecha) AS corte_fecha,
    FROM (
        SELECT fuente_codigo, corte_fecha FROM lista_centros
        UNION ALL
        SELECT fuente_codigo, corte_fecha FROM reportes
        UNION ALL
        SELECT fuente_codigo, corte_fecha FROM lista_transferencias
    )
),

-- Que un municipio no aparezca lo dice la lista entera.
sustento AS (
    SELECT fuente_codigo, ubicacion FROM priorizados
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM clusteres
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM lista_talleres
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM lista_centros
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM reportes
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM lista_transferencias
),

estados AS (
    SELECT
        m.municipio_codigo,
        m.municipio_nombre,
        m.departamento_codigo,
        m.departamento_nombre,
        p.orden,
        p.cluster_numero,
        coalesce(c.estado, 'no aparece') AS centro_estado,
        c.nombres AS centro_nombres,
        c.etapas AS centro_etapas,
        c.centros,
        c.nuevos_sin_fecha AS centros_nuevos_sin_fecha,
        c.apertura_fecha,
        c.personas,
        c.centros_con_reporte,
        c.desde_fecha,
        c.hasta_fecha,
        coalesce(g.estado, 'no aparece') AS transferencia_estado,
        g.valor_cop,
        coalesce(t.estado, 'no aparece') AS taller_estado,
        t.lugar AS taller_lugar,
        p.orden IS NOT NULL AS es_priorizado,
    FROM universo
    INNER JOIN tablero.municipios AS m USING (municipio_codigo)
    LEFT JOIN priorizados AS p USING (municipio_codigo)
    LEFT JOIN centros AS c USING (municipio_codigo)
    LEFT JOIN transferencias AS g USING (municipio_codigo)
    LEFT JOIN talleres AS t USING (municipio_codigo)
)

SELECT
    e.*,
    len(list_filter([e.centro_estado, e.transferencia_estado, e.taller_estado], lambda x: x = 'sí'))
        AS tiene,
    CASE
        WHEN e.es_priorizado
            THEN len(
                list_filter(
                    [e.centro_estado, e.transferencia_estado, e.taller_estado],
                    lambda x: x = 'no aparece'
                )
            )
    END AS brechas,
    (SELECT count(*) FROM priorizados) AS priorizados_total,
    de_la_eat.fuente_codigo AS eat_fuente_codigo,
    de_la_eat.corte_fecha AS eat_corte_fecha,
    (
        SELECT string_agg(DISTINCT corte_texto, '; ') FROM tablero.fuentes
        WHERE list_contains(string_split(de_la_eat.fuente_codigo, ' | '), fuente_codigo)
    ) AS eat_corte_texto,
    de_la_cnim.fuente_codigo AS cnim_fuente_codigo,
    de_la_cnim.corte_fecha AS cnim_corte_fecha,
    (
        SELECT string_agg(DISTINCT corte_texto, '; ') FROM tablero.fuentes
        WHERE list_contains(string_split(de_la_cnim.fuente_codigo, ' | '), fuente_codigo)
    ) AS cnim_corte_texto,
    greatest(de_la_eat.corte_fecha, de_la_cnim.corte_fecha) AS corte_fecha,
    concat_ws(' | ', de_la_eat.fuente_codigo, de_la_cnim.fuente_codigo) AS fuente_codigo,
    (SELECT lugares(fuente_codigo, ubicacion) FROM sustento) AS ubicacion,
FROM estados AS e
CROSS JOIN de_la_eat
CROSS JOIN de_la_cnim
WHERE
    ($departamento IS NULL OR e.departamento_nombre = $departamento)
    AND ($municipio IS NULL OR e.municipio_codigo = $municipio)
ORDER BY e.orden NULLS LAST, tiene DESC, e.municipio_nombre
