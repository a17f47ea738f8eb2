-- ¿Qué hay que revisar en el libro de un corte, dónde está, qué pasa y qué hacer?
-- Solo tiene hoja propia (`tiene_hoja`) un producto que está en el libro.
-- nivel: calculado
SELECT
    h.hallazgo_numero,
    h.severidad,
    h.regla,
    h.producto_codigo,
    coalesce(s.producto_nombre, r.resultado_nombre) AS producto_nombre,
    s.producto_codigo IS NOT NULL AS tiene_hoja,
    h.entidad,
    h.entidad_nombre,
    h.celda,
    h.mensaje,
    h.que_hacer,
    h.formula_version,
    h.corte_fecha,
    h.fuente_codigo,
    h.ubicacion,
FROM tablero.seguimiento_hallazgos AS h
LEFT JOIN tablero.politica_seguimiento AS s USING (politica_codigo, corte_fecha, producto_codigo)
LEFT JOIN tablero.politica_resultados AS r
    ON
        h.politica_codigo = r.politica_codigo
        AND h.corte_fecha = r.corte_fecha
        AND h.producto_codigo = r.resultado_codigo
WHERE
    h.politica_codigo = $politica
    AND h.corte_fecha = $corte
    AND ($severidad IS NULL OR h.severidad = $severidad)
    AND ($regla IS NULL OR h.regla = $regla)
    AND ($entidad IS NULL OR coalesce(h.entidad, 'sin dato') = $entidad)
    AND (
        $objetivo IS NULL
        OR coalesce(split_part(h.producto_codigo, '.', 1), 'todo el libro') = $objetivo
    )
    AND ($producto IS NULL OR h.producto_codigo = $producto)
ORDER BY h.hallazgo_numero
