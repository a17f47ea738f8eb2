-- ¿Coinciden los porcentajes que trae el libro de un producto con los que salen de sus datos?
-- nivel: publicado y calculado
SELECT
    c.producto_codigo,
    s.producto_nombre,
    c.medida,
    c.reportado_pct,
    c.calculado_pct,
    c.diferencia_pp,
    c.estado,
    c.causa,
    c.formula_version,
    c.corte_fecha,
    c.fuente_codigo,
    c.ubicacion,
FROM tablero.seguimiento_contrastes AS c
INNER JOIN tablero.politica_seguimiento AS s USING (politica_codigo, corte_fecha, producto_codigo)
WHERE
    c.politica_codigo = $politica
    AND c.corte_fecha = $corte
    AND c.producto_codigo = $codigo
ORDER BY list_position(['PAHV', 'PAV', 'PAA'], c.medida)
