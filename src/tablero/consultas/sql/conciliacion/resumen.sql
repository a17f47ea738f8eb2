-- ¿Cuántas cifras coinciden, cuántas difieren y cuántas no se pueden calcular?
-- nivel: calculado
WITH vigentes AS (
    SELECT
        regexp_extract(fuente_codigo, '^(.*)_[^_]*$', 1) AS documento,
        arg_max(fuente_codigo, corte_fecha) AS fuente_codigo,
    FROM tablero.fuentes
    GROUP BY documento
)

SELECT
    count(*) AS contrastes,
    count(*) FILTER (WHERE c.estado = 'coincide') AS coinciden,
    count(*) FILTER (WHERE c.estado = 'difiere') AS difieren,
    count(*) FILTER (WHERE c.estado = 'no calculable') AS no_calculables,
    max(c.corte_fecha) AS corte_fecha,
    string_agg(DISTINCT c.fuente_codigo, ' | ' ORDER BY c.fuente_codigo) AS fuente_codigo,
FROM tablero.conciliaciones AS c
INNER JOIN vigentes AS v USING (fuente_codigo)
WHERE $documento IS NULL OR v.documento = $documento
HAVING count(*) > 0
