-- ¿Cuántas cifras de cada documento coinciden, difieren o no se pueden calcular?
-- nivel: calculado
SELECT
    v.documento,
    c.estado,
    count(*) AS contrastes,
    max(c.corte_fecha) AS corte_fecha,
    c.fuente_codigo,
FROM tablero.conciliaciones AS c
INNER JOIN tablero.vigente.fuentes AS v USING (fuente_codigo)
WHERE v.antes_de_fecha IS NULL
GROUP BY v.documento, c.estado, c.fuente_codigo
ORDER BY
    sum(count(*)) OVER (PARTITION BY v.documento) DESC,
    v.documento,
    list_position(['coincide', 'difiere', 'no calculable'], c.estado)
