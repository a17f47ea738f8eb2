-- ¿Qué indicadores del IPT tienen valores cargados, y en cuántos municipios?
-- nivel: publicado
SELECT
    i.orden,
    i.indicador,
    count(*) AS municipios,
    v.fuente_codigo,
    'Edición ' || v.edicion AS ubicacion,
FROM tablero.ipt_valores AS v
INNER JOIN tablero.vigente.ipt_indicadores AS i ON v.indicador_orden = i.orden
WHERE v.edicion = (SELECT max(edicion) FROM tablero.ipt_valores)
    AND v.valor IS NOT NULL
GROUP BY ALL
ORDER BY i.orden
