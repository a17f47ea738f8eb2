-- ¿Cómo va cada producto de la política en el último corte?
-- nivel: publicado y calculado
SELECT
    p.producto_codigo,
    p.producto_nombre,
    p.indicador_nombre,
    p.objetivo_numero,
    p.ponderacion_pct,
    p.anualizacion_tipo,
    a.pav_pct,
    a.pahv_pct,
    a.paa_pct,
    a.trayectoria_pct,
    a.brecha_aporte_pp,
    a.semaforo,
    a.semaforo_pav,
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
    AND ($objetivo IS NULL OR p.objetivo_numero = CAST($objetivo AS BIGINT))
    AND ($estado IS NULL OR a.semaforo = $estado)
    AND ($tipo IS NULL OR p.anualizacion_tipo = $tipo)
    AND ($sector IS NULL OR coalesce(p.sector_nombre, 'sin dato') = $sector)
ORDER BY list_transform(string_split(p.producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
