-- ¿Cuántos puntos pone cada componente del IPT en el puntaje calculado del municipio?
-- nivel: calculado
SELECT
    i.componente,
    sum(a.aporte_puntos) AS aporte_puntos,
    count(*) AS indicadores,
    any_value(a.edicion) AS edicion,
    any_value(a.fuente_codigo) AS fuente_codigo,
    any_value(a.ubicacion) AS ubicacion,
FROM tablero.ipt_aportes AS a
INNER JOIN tablero.vigente.ipt_indicadores AS i ON a.indicador_orden = i.orden
WHERE
    a.municipio_codigo = $municipio
    AND a.edicion = (SELECT max(edicion) FROM tablero.ipt_aportes)
GROUP BY i.componente
ORDER BY min(i.orden)
