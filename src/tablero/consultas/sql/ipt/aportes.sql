-- ¿Qué aporta cada componente e indicador al puntaje de un municipio?
-- nivel: calculado
SELECT
    i.componente,
    a.indicador_orden,
    i.indicador,
    a.valor,
    a.valor_usado,
    a.es_imputado,
    a.valor_normalizado,
    p.peso_pct,
    a.aporte_puntos,
    a.municipio_codigo,
    m.municipio_nombre,
    m.departamento_nombre,
    a.edicion,
    a.formula_version,
    a.fuente_codigo,
    a.ubicacion,
FROM tablero.ipt_aportes AS a
INNER JOIN tablero.vigente.ipt_indicadores AS i ON a.indicador_orden = i.orden
INNER JOIN tablero.municipios AS m USING (municipio_codigo)
INNER JOIN tablero.ipt_pesos AS p USING (indicador_orden, edicion)
WHERE a.edicion = $edicion AND a.municipio_codigo = $municipio
ORDER BY a.indicador_orden
