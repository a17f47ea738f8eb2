-- ¿Qué clases de hallazgos hay en el libro de un corte, y cuántos de cada severidad?
-- nivel: calculado
SELECT
    regla,
    count(*) FILTER (WHERE severidad = 'error') AS errores,
    count(*) FILTER (WHERE severidad = 'advertencia') AS advertencias,
    count(*) FILTER (WHERE severidad = 'nota') AS notas,
    count(DISTINCT producto_codigo) AS productos,
    any_value(corte_fecha) AS corte_fecha,
    any_value(h.fuente_codigo) AS fuente_codigo,
    any_value(l.ubicacion) AS ubicacion,
FROM tablero.seguimiento_hallazgos AS h
INNER JOIN tablero.seguimiento_libros AS l USING (politica_codigo, corte_fecha)
WHERE politica_codigo = $politica AND corte_fecha = $corte
GROUP BY regla
ORDER BY count(*) DESC, errores DESC, advertencias DESC, regla
