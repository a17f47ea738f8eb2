-- ¿Pide el último informe publicado hasta un corte revisar un producto, y con qué PAHV?
-- nivel: publicado
SELECT
    producto_nombre,
    entidad,
    entidad_nombre,
    pahv_pct,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_acciones_mejora
INNER JOIN tablero.vigente.fuentes AS vigencia USING (fuente_codigo)
WHERE
    politica_codigo = $politica
    AND producto_codigo = $codigo
    AND vigencia.desde_fecha <= $corte
    AND (vigencia.antes_de_fecha IS NULL OR vigencia.antes_de_fecha > $corte)
