-- ¿Qué políticas tienen seguimiento, y cómo se llama cada una? Primero la que tiene informe.
-- nivel: publicado y calculado
WITH nombres AS (
    SELECT politica_codigo, politica_nombre, corte_fecha, TRUE AS tiene_informe FROM tablero.politicas
    UNION ALL
    SELECT politica_codigo, politica_nombre, corte_fecha, FALSE FROM tablero.seguimiento_libros
),

cortes AS (
    SELECT
        politica_codigo,
        count(DISTINCT corte_fecha) AS cortes,
        max(corte_fecha) AS corte_fecha,
        arg_max(fuente_codigo, corte_fecha) AS fuente_codigo,
    FROM tablero.politica_cortes
    GROUP BY politica_codigo
)

SELECT
    politica_codigo,
    arg_max(nombres.politica_nombre, (nombres.tiene_informe, nombres.corte_fecha))
        AS politica_nombre,
    any_value(cortes.cortes) AS cortes,
    any_value(cortes.corte_fecha) AS corte_fecha,
    any_value(cortes.fuente_codigo) AS fuente_codigo,
FROM cortes
INNER JOIN nombres USING (politica_codigo)
GROUP BY politica_codigo
ORDER BY bool_or(nombres.tiene_informe) DESC, politica_nombre, politica_codigo
