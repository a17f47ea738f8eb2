-- ¿Qué cortes tiene una política, del más reciente al más antiguo, y cuáles tienen libro oficial?
-- nivel: publicado y calculado
SELECT
    corte_fecha,
    bool_or(s.fuente_codigo IS NOT NULL) AS tiene_libro,
    max(c.avance_pct) FILTER (WHERE c.nivel = 'publicado') AS avance_publicado_pct,
    max(c.trayectoria_pct) FILTER (WHERE c.nivel = 'publicado') AS trayectoria_publicada_pct,
    max(c.avance_pct) FILTER (WHERE c.nivel = 'calculado') AS avance_calculado_pct,
    max(c.trayectoria_pct) FILTER (WHERE c.nivel = 'calculado') AS trayectoria_calculada_pct,
    max(c.brecha_pp) FILTER (WHERE c.nivel = 'calculado') AS brecha_calculada_pp,
    string_agg(DISTINCT c.fuente_codigo, ' | ' ORDER BY c.fuente_codigo) AS fuente_codigo,
FROM tablero.politica_cortes AS c
LEFT JOIN tablero.seguimiento_libros AS s USING (politica_codigo, corte_fecha)
WHERE politica_codigo = $politica
GROUP BY corte_fecha
ORDER BY corte_fecha DESC
