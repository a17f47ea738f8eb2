-- ¿Qué objetivos tiene cada política y cuánto han avanzado en su último corte?
-- nivel: publicado y calculado
SELECT
    politica_codigo,
    objetivo_numero,
    any_value(objetivo_nombre) AS objetivo_nombre,
    coalesce(
        max(productos) FILTER (WHERE nivel = 'publicado'),
        max(productos) FILTER (WHERE nivel = 'calculado')
    ) AS productos,
    max(avance_pct) FILTER (WHERE nivel = 'calculado') AS avance_pct,
    max(brecha_pp) FILTER (WHERE nivel = 'publicado') AS brecha_publicada_pp,
    max(brecha_pp) FILTER (WHERE nivel = 'calculado') AS brecha_calculada_pp,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ' ORDER BY fuente_codigo) AS fuente_codigo,
FROM tablero.vigente.politica_objetivos
GROUP BY politica_codigo, objetivo_numero
ORDER BY politica_codigo, objetivo_numero
