-- ¿Qué productos pide revisar «Acciones para mejorar», y coincide su PAHV con el del Anexo 1?
-- La diferencia es de redondeo si cabe en medio punto: el anexo imprime sin decimales.
-- nivel: publicado y calculado
SELECT
    politica_codigo,
    producto_codigo,
    p.producto_nombre,
    m.entidad,
    m.entidad_nombre,
    m.pahv_pct,
    a.pahv_pct AS pahv_anexo_pct,
    round(m.pahv_pct - a.pahv_pct, 4) AS pahv_diferencia_pp,
    a.semaforo,
    corte_fecha,
    m.fuente_codigo,
    concat_ws(' | ', m.ubicacion, a.ubicacion) AS ubicacion,
FROM tablero.vigente.politica_acciones_mejora AS m
INNER JOIN tablero.politica_productos AS p USING (politica_codigo, producto_codigo, corte_fecha)
INNER JOIN tablero.politica_avances AS a USING (politica_codigo, producto_codigo, corte_fecha)
WHERE a.nivel = 'publicado' AND m.politica_codigo = $politica
ORDER BY m.orden
