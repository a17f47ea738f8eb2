-- ¿Qué versión del plan de acción vale en un corte de una política? Ninguna fila si no hay plan.
-- nivel: publicado
SELECT
    v.version_codigo,
    v.politica_nombre,
    v.version_numero,
    v.version_anio,
    v.desde_fecha,
    v.es_desde_supuesta,
    n.es_posterior,
    v.anio_desde,
    v.anio_hasta,
    v.objetivos,
    v.resultados,
    v.productos,
    v.ponderacion_pct,
    v.filas_sin_codigo,
    v.errores,
    v.advertencias,
    v.notas,
    n.corte_fecha,
    v.fuente_codigo,
    v.ubicacion,
FROM tablero.plan_vigencias AS n
INNER JOIN tablero.plan_versiones AS v USING (politica_codigo, version_codigo)
WHERE n.politica_codigo = $politica AND n.corte_fecha = $corte
