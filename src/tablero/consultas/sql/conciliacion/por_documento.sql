-- ¿Cuántas cifras de cada documento coinciden, difieren o no se pueden calcular?
-- nivel: calculado
WITH vigentes AS (
    SELECT
        regexp_extract(fuente_codigo, '^(.*)_[^_]*$', 1) AS documento,
        arg_max(fuente_codigo, corte_fecha) AS fuente_codigo,
    FROM tablero.fuentes
    GROUP BY documento
)

SELECT
    v.documento,
    c.estado,
    count(*) AS contrastes,
    max(c.corte_fecha) AS corte_fecha,
    c.fuente_codigo,
FROM tablero.conciliaciones AS c
INNER JOIN vigentes AS v USING (fuente_codigo)
GROUP BY v.documento, c.estado, c.fuente_codigo
ORDER BY
    sum(count(*)) OVER (PARTITION BY v.documento) DESC,
    v.documento,
    list_position(['coincide', 'difiere', 'no calculable'], c.estado)
