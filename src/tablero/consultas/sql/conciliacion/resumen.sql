-- ¿Cuántas cifras coinciden, cuántas difieren y cuántas no se pueden calcular?
-- nivel: calculado
SELECT
    count(*) AS contrastes,
    count(*) FILTER (WHERE c.estado = 'coincide') AS coinciden,
    count(*) FILTER (WHERE c.estado = 'difiere') AS difieren,
    count(*) FILTER (WHERE c.estado = 'no calculable') AS no_calculables,
    max(c.corte_fecha) AS corte_fecha,
    string_agg(DISTINCT c.fuente_codigo, ' | ' ORDER BY c.fuente_codigo) AS fuente_codigo,
FROM tablero.conciliaciones AS c
INNER JOIN tablero.vigente.fuentes AS v USING (fuente_codigo)
WHERE v.antes_de_fecha IS NULL AND ($documento IS NULL OR v.documento = $documento)
HAVING count(*) > 0
