-- ¿Qué políticas tienen seguimiento, y cómo se llama cada una? Primero la que tiene informe.
-- nivel: publicado y calculado
WITH cortes AS (
    SELECT
        politica_codigo,
        count(DISTINCT corte_fecha) AS cortes,
    FROM tablero.politica_cortes
    GROUP BY politica_codigo
)

SELECT
    politica_codigo,
    coalesce(any_value(informe.politica_nombre), any_value(libro.politica_nombre))
        AS politica_nombre,
    any_value(cortes.cortes) AS cortes,
    max(ultimo.corte_fecha) AS corte_fecha,
    any_value(ultimo.fuente_codigo) AS fuente_codigo,
FROM tablero.vigente.politica_cortes AS ultimo
INNER JOIN cortes USING (politica_codigo)
LEFT JOIN tablero.vigente.politicas AS informe USING (politica_codigo)
LEFT JOIN tablero.vigente.seguimiento_libros AS libro USING (politica_codigo)
GROUP BY politica_codigo
ORDER BY bool_or(informe.politica_nombre IS NOT NULL) DESC, politica_nombre, politica_codigo
