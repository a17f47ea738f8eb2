-- ¿Cuántos productos tiene en cada situación cada entidad? Al final, los que no dicen de quién son.
-- nivel: calculado
SELECT
    entidad,
    situacion,
    count(*) AS productos,
    any_value(nivel) AS nivel,
    any_value(politica_codigo) AS politica_codigo,
    any_value(corte_fecha) AS corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM tablero.politica_seguimiento
WHERE politica_codigo = $politica AND corte_fecha = $corte
GROUP BY entidad, situacion
ORDER BY
    entidad IS NULL,
    sum(sum(brecha_aporte_pp)) OVER (PARTITION BY entidad),
    entidad,
    list_position(
        [
            'sin reporte', 'atrasado', 'sobre-ejecutado', 'sin dato',
            'a tiempo', 'sin iniciar', 'no vigente'
        ],
        situacion
    )
