-- ¿Cuánto ha avanzado cada política en su último corte?
-- nivel: publicado y calculado
SELECT
    c.politica_codigo,
    coalesce(any_value(informe.politica_nombre), any_value(libro.politica_nombre))
        AS politica_nombre,
    any_value(informe.decreto) AS decreto,
    any_value(informe.objetivo) AS objetivo,
    max(c.avance_pct) FILTER (WHERE c.nivel = 'publicado') AS avance_publicado_pct,
    max(c.avance_pct) FILTER (WHERE c.nivel = 'calculado') AS avance_calculado_pct,
    max(c.corte_fecha) AS corte_fecha,
    string_agg(DISTINCT c.fuente_codigo, ' | ' ORDER BY c.fuente_codigo) AS fuente_codigo,
FROM tablero.vigente.politica_cortes AS c
LEFT JOIN tablero.vigente.politicas AS informe USING (politica_codigo)
LEFT JOIN tablero.vigente.seguimiento_libros AS libro USING (politica_codigo)
GROUP BY c.politica_codigo
ORDER BY bool_or(informe.politica_nombre IS NOT NULL) DESC, politica_nombre, c.politica_codigo
