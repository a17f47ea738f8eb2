-- ¿Qué productos explican la brecha de la política? Del que más resta al que más suma.
-- El aporte es ponderación × (PAA − trayectoria), los dos entre 0 y 100 %: todos suman la brecha.
-- El que queda fuera de la suma no aporta, y dice por qué.
-- nivel: calculado
SELECT
    s.politica_codigo,
    s.producto_codigo,
    s.producto_nombre,
    s.objetivo_numero,
    s.ponderacion_pct,
    s.anualizacion_tipo,
    s.paa_pct,
    s.trayectoria_pct,
    s.avance_aporte_pp,
    s.trayectoria_aporte_pp,
    s.brecha_aporte_pp,
    s.fuera_causa,
    s.semaforo,
    s.sector_nombre,
    s.entidad,
    s.entidad_nombre,
    c.brecha_pp AS brecha_politica_pp,
    s.formula_version,
    s.corte_fecha,
    s.fuente_codigo,
    s.ubicacion,
FROM tablero.politica_seguimiento AS s
INNER JOIN tablero.politica_cortes AS c USING (politica_codigo, corte_fecha)
WHERE
    s.politica_codigo = $politica
    AND s.corte_fecha = $corte
    AND c.nivel = 'calculado'
    AND s.semaforo != 'no vigente'
ORDER BY
    s.brecha_aporte_pp,
    list_transform(string_split(s.producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
