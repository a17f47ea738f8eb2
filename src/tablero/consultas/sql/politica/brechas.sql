-- ¿Qué productos explican la brecha de la política? Del que más resta al que más suma.
-- El aporte es ponderación × (PAA, a lo sumo 100 %, − trayectoria); los aportes suman la brecha.
-- nivel: calculado
SELECT
    p.producto_codigo,
    p.producto_nombre,
    p.objetivo_numero,
    p.ponderacion_pct,
    p.anualizacion_tipo,
    a.paa_pct,
    a.trayectoria_pct,
    a.brecha_aporte_pp,
    a.semaforo,
    p.sector_nombre,
    p.entidad_nombre,
    p.corte_fecha,
    p.fuente_codigo,
    'Calculado con los porcentajes del Anexo 1' AS ubicacion,
FROM tablero.politica_productos AS p
INNER JOIN tablero.politica_avances AS a USING (politica_codigo, producto_codigo, corte_fecha)
WHERE
    a.nivel = 'publicado'
    AND p.corte_fecha = (SELECT max(corte_fecha) FROM tablero.politica_productos)
    AND abs(a.brecha_aporte_pp) > 1e-9  -- menos que eso es ruido de la coma flotante
ORDER BY a.brecha_aporte_pp, p.producto_codigo
