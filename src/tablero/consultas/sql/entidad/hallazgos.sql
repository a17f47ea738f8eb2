-- ¿Qué hay que revisar en las celdas de los productos de una entidad? Primero los errores.
-- nivel: calculado
SELECT
    h.severidad,
    h.producto_codigo,
    h.celda,
    h.mensaje,
    h.que_hacer,
    h.regla,
    s.entidad,
    s.entidad_nombre,
    h.formula_version,
    h.politica_codigo,
    h.corte_fecha,
    h.fuente_codigo,
    h.ubicacion,
FROM tablero.seguimiento_hallazgos AS h
INNER JOIN tablero.politica_seguimiento AS s USING (politica_codigo, corte_fecha, producto_codigo)
WHERE
    politica_codigo = $politica
    AND corte_fecha = $corte
    AND coalesce(s.entidad, 'sin dato') = $entidad
ORDER BY h.hallazgo_numero
