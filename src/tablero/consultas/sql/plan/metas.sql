-- ¿Qué meta tiene cada año un producto, hasta el final, según el plan que vale en un corte?
-- nivel: publicado
SELECT
    m.politica_codigo,
    m.indicador_codigo AS producto_codigo,
    m.version_codigo,
    m.anio,
    m.meta,
    n.corte_fecha,
    m.fuente_codigo,
    m.ubicacion,
FROM tablero.plan_vigencias AS n
INNER JOIN tablero.plan_metas AS m USING (politica_codigo, version_codigo)
WHERE
    n.politica_codigo = $politica
    AND n.corte_fecha = $corte
    AND m.indicador_codigo = $codigo
ORDER BY m.anio
