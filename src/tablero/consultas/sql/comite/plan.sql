-- ¿Cómo va el plan de trabajo del Comité? Lo publicado y lo que dan sus partes.
-- nivel: publicado y calculado
WITH corte AS (SELECT max(corte_fecha) AS corte_fecha FROM tablero.comite_utas),

utas AS (
    SELECT
        sum(actividades) AS actividades,
        sum(actividades_entidades) AS entidades,
        sum(actividades_intersectoriales) AS intersectoriales,
        sum(actividades_reportadas) AS reportadas,
    FROM tablero.comite_utas
    WHERE corte_fecha = (SELECT corte_fecha FROM corte)
),

cifras AS (
    SELECT * FROM tablero.cifras
    WHERE starts_with(cifra_codigo, 'comite_') AND corte_fecha = (SELECT corte_fecha FROM corte)
),

transversales AS (
    SELECT
        max(valor) FILTER (WHERE cifra_codigo = 'comite_transversales_iniciadas') AS iniciadas,
        max(valor) FILTER (WHERE cifra_codigo = 'comite_transversales_total') AS total,
    FROM cifras
),

calculadas (orden, grupo, cifra_codigo, valor_calculado, como_se_calcula) AS (
    SELECT 1, 'Actividades transversales', 'comite_transversales_total', NULL, NULL
    UNION ALL
    SELECT 2, 'Actividades transversales', 'comite_transversales_iniciadas', NULL, NULL
    UNION ALL
    SELECT
        3,
        'Actividades transversales',
        'comite_transversales_iniciadas_pct',
        100.0 * iniciadas / total,
        printf('%.0f de %.0f', iniciadas, total),
    FROM transversales
    UNION ALL
    SELECT
        4,
        'Actividades de las UTA',
        'comite_uta_actividades_total',
        actividades,
        'suma de las UTA',
    FROM utas
    UNION ALL
    SELECT
        5,
        'Actividades de las UTA',
        'comite_uta_actividades_entidades',
        entidades,
        'suma de las UTA',
    FROM utas
    UNION ALL
    SELECT
        6,
        'Actividades de las UTA',
        'comite_uta_actividades_intersectoriales',
        intersectoriales,
        'suma de las UTA',
    FROM utas
    UNION ALL
    SELECT
        7,
        'Actividades de las UTA',
        'comite_uta_reporte_pct',
        100.0 * reportadas / actividades,
        printf('%d reportadas de %d', reportadas, actividades),
    FROM utas
)

SELECT
    p.grupo,
    cifra_codigo,
    c.descripcion,
    c.valor,
    CAST(p.valor_calculado AS DOUBLE) AS valor_calculado,
    p.como_se_calcula,
    c.unidad,
    c.corte_fecha,
    c.fuente_codigo,
    c.ubicacion,
    c.cita,
FROM calculadas AS p
INNER JOIN cifras AS c USING (cifra_codigo)
ORDER BY p.orden
