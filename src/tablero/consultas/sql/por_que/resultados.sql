-- ¿Qué resultados explican la brecha, y qué dice el indicador de cada uno? Del que más resta al que
-- más suma. El avance y la trayectoria son los de sus productos; el PAHV y el PAA, los del indicador
-- del resultado, que no pesa en la política.
-- nivel: calculado
SELECT
    r.politica_codigo,
    concat_ws(' ', concat('Resultado ', r.resultado_codigo), r.resultado_nombre) AS resultado,
    r.resultado_codigo,
    r.productos,
    r.ponderacion_pct,
    r.ponderacion_declarada_pct,
    r.avance_pct,
    r.trayectoria_pct,
    r.avance_aporte_pp,
    r.avance_aporte_pp - r.brecha_aporte_pp AS trayectoria_aporte_pp,
    r.brecha_aporte_pp,
    r.productos_sin_dato,
    r.peso_sin_dato_pct,
    r.fuera_sin_peso,
    r.indicador_pahv_pct,
    r.indicador_paa_pct,
    c.brecha_pp AS brecha_politica_pp,
    r.formula_version,
    r.corte_fecha,
    r.fuente_codigo,
    r.ubicacion,
FROM tablero.politica_resultados AS r
INNER JOIN tablero.politica_cortes AS c USING (politica_codigo, corte_fecha)
WHERE
    r.politica_codigo = $politica
    AND r.corte_fecha = $corte
    AND c.nivel = 'calculado'
ORDER BY
    r.brecha_aporte_pp,
    list_transform(string_split(r.resultado_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
