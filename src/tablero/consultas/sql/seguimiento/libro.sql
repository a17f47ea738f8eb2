-- ¿Qué trae el libro oficial de una política en un corte, y qué hay que revisar en él?
-- nivel: calculado
SELECT
    l.politica_nombre,
    l.diseno,
    l.anio_desde,
    l.anio_hasta,
    l.productos,
    l.resultados,
    l.errores,
    l.advertencias,
    l.notas,
    c.avance_pct,
    c.trayectoria_pct,
    c.brecha_pp,
    c.productos_sin_dato,
    c.peso_sin_dato_pct,
    c.filas_sin_codigo,
    c.peso_sin_codigo_pct,
    c.fuera_sin_peso,
    l.formula_version,
    l.corte_fecha,
    l.fuente_codigo,
    l.ubicacion,
FROM tablero.seguimiento_libros AS l
INNER JOIN tablero.politica_cortes AS c USING (politica_codigo, corte_fecha)
WHERE l.politica_codigo = $politica AND l.corte_fecha = $corte AND c.nivel = 'calculado'
