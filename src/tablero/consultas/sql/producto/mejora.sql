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
WHERE
    politica_codigo = $politica
    AND producto_codigo = $codigo
    AND corte_fecha = (
        SELECT max(corte_fecha) FROM tablero.politica_acciones_mejora
        WHERE politica_codigo = $politica AND corte_fecha <= $corte
    )
