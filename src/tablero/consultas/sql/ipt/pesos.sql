-- ¿Cuánto pesa cada indicador en el IPT calculado, en qué dirección y por qué?
-- nivel: calculado
SELECT
    p.indicador_orden,
    i.componente,
    i.indicador,
    p.direccion,
    p.direccion_origen,
    CASE WHEN p.direccion_origen = 'supuesto' THEN s.razon END AS razon,
    p.peso_pct,
    p.peso_con_signo_pct,
    p.carga_primer_eje,
    p.kmo,
    p.faltantes,
    p.winsorizar_percentil,
    p.municipios_con_valor,
    p.municipios_sin_valor,
    p.entra,
    p.motivo,
    p.edicion,
    p.formula_version,
    p.fuente_codigo,
    p.ubicacion,
FROM tablero.ipt_pesos AS p
INNER JOIN tablero.vigente.ipt_indicadores AS i ON p.indicador_orden = i.orden
LEFT JOIN tablero.ipt_supuestos AS s USING (indicador_orden)
WHERE p.edicion = $edicion
ORDER BY p.indicador_orden
