-- ¿Qué productos explican la brecha de la política? Del que más resta al que más suma.
-- El aporte es ponderación × (PAA, a lo sumo 100 %, − trayectoria); los aportes suman la brecha.
-- nivel: calculado
SELECT
    producto_codigo,
    producto_nombre,
    objetivo_numero,
    ponderacion_pct,
    anualizacion_tipo,
    paa_pct,
    trayectoria_pct,
    brecha_aporte_pp,
    semaforo,
    sector_nombre,
    entidad_nombre,
    formula_version,
    corte_fecha,
    fuente_codigo,
    CASE nivel WHEN 'publicado' THEN 'Calculado con los porcentajes del Anexo 1' ELSE ubicacion END
        AS ubicacion,
FROM tablero.politica_seguimiento
WHERE
    politica_codigo = $politica
    AND corte_fecha = $corte
    AND abs(brecha_aporte_pp) > 1e-9  -- menos que eso es ruido de la coma flotante
ORDER BY brecha_aporte_pp, producto_codigo
