-- ¿Qué productos pasan de largo su meta (PAHV de más de 125 %) y cuánto cuentan en la suma?
-- nivel: publicado y calculado
SELECT
    p.producto_codigo,
    p.producto_nombre,
    p.objetivo_numero,
    a.pahv_pct,
    a.pahv_pct / 100 AS veces_programado,
    a.paa_pct,
    least(a.paa_pct, 100) AS avance_contado_pct,
    p.ponderacion_pct,
    a.brecha_aporte_pp,
    a.semaforo,
    p.anualizacion_tipo,
    p.sector_nombre,
    p.entidad_nombre,
    p.corte_fecha,
    p.fuente_codigo,
    p.ubicacion,
FROM tablero.politica_productos AS p
INNER JOIN tablero.politica_avances AS a USING (politica_codigo, producto_codigo, corte_fecha)
WHERE
    a.nivel = 'publicado'
    AND p.corte_fecha = (SELECT max(corte_fecha) FROM tablero.politica_productos)
    AND a.semaforo = 'sobre-ejecución'
ORDER BY a.pahv_pct DESC, p.producto_codigo
