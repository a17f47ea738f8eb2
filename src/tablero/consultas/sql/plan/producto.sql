-- ¿Qué promete de un producto la versión del plan que vale en un corte?
-- nivel: publicado
SELECT
    p.politica_codigo,
    p.producto_codigo,
    p.version_codigo,
    p.producto_nombre,
    p.indicador_nombre,
    p.vigencia,
    p.ponderacion_pct,
    p.anualizacion_tipo,
    p.periodicidad,
    p.formula,
    p.linea_base,
    p.linea_base_periodo,
    p.linea_base_fuente,
    p.inicio_fecha,
    p.fin_fecha,
    p.meta_final,
    p.es_porcentaje,
    p.sector_nombre,
    p.entidad_nombre,
    p.dependencia_nombre,
    p.corresponsable_sector_nombre,
    p.corresponsable_entidad_nombre,
    p.corresponsable_dependencia_nombre,
    n.es_posterior,
    n.corte_fecha,
    p.fuente_codigo,
    p.ubicacion,
FROM tablero.plan_vigencias AS n
INNER JOIN tablero.plan_productos AS p USING (politica_codigo, version_codigo)
WHERE
    n.politica_codigo = $politica
    AND n.corte_fecha = $corte
    AND p.producto_codigo = $codigo
