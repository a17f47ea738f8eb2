-- ¿Cómo va el plan de trabajo del Comité? Lo publicado y lo que dan sus partes.
-- nivel: publicado y calculado
WITH utas AS (
    SELECT
        any_value(fuente_codigo) AS fuente_codigo,
        sum(actividades) AS actividades,
        sum(actividades_entidades) AS de_una_entidad,
        sum(actividades_intersectoriales) AS intersectoriales,
        sum(actividades_reportadas) AS reportadas,
    FROM tablero.vigente.comite_utas
    HAVING count(*) > 0
),

cifras AS (
    SELECT * FROM tablero.vigente.cifras
    WHERE
        fuente_codigo = (SELECT fuente_codigo FROM utas)
        AND (
            starts_with(cifra_codigo, 'comite_transversales_')
            OR starts_with(cifra_codigo, 'comite_uta_')
        )
),

transversales AS (
    SELECT
        max(valor) FILTER (WHERE cifra_codigo = 'comite_transversales_iniciadas') AS iniciadas,
        max(valor) FILTER (WHERE cifra_codigo = 'comite_transversales_total') AS total,
    FROM cifras
)

SELECT
    CASE
        WHEN starts_with(c.cifra_codigo, 'comite_uta_') THEN 'Actividades de las UTA'
        ELSE 'Actividades transversales'
    END AS grupo,
    c.cifra_codigo,
    c.descripcion,
    c.valor,
    CASE c.cifra_codigo
        WHEN 'comite_transversales_iniciadas_pct' THEN 100.0 * t.iniciadas / nullif(t.total, 0)
        WHEN 'comite_uta_actividades_total' THEN u.actividades
        WHEN 'comite_uta_actividades_entidades' THEN u.de_una_entidad
        WHEN 'comite_uta_actividades_intersectoriales' THEN u.intersectoriales
        WHEN 'comite_uta_reporte_pct' THEN 100.0 * u.reportadas / nullif(u.actividades, 0)
    END AS valor_calculado,
    CASE
        WHEN c.cifra_codigo = 'comite_transversales_iniciadas_pct'
            THEN printf('%.0f de %.0f', t.iniciadas, t.total)
        WHEN c.cifra_codigo = 'comite_uta_reporte_pct'
            THEN printf('%d reportadas de %d', u.reportadas, u.actividades)
        WHEN starts_with(c.cifra_codigo, 'comite_uta_') THEN 'suma de las UTA'
    END AS como_se_calcula,
    c.unidad,
    c.corte_fecha,
    c.fuente_codigo,
    c.ubicacion,
    c.cita,
FROM cifras AS c
CROSS JOIN utas AS u
CROSS JOIN transversales AS t
ORDER BY
    grupo DESC,
    list_position(
        [
            'comite_transversales_total',
            'comite_transversales_iniciadas',
            'comite_transversales_iniciadas_pct',
            'comite_uta_actividades_total',
            'comite_uta_actividades_entidades',
            'comite_uta_actividades_intersectoriales',
            'comite_uta_reporte_pct'
        ],
        c.cifra_codigo
    )
