-- ¿Qué relata de un producto el último informe publicado hasta un corte?
-- nivel: publicado
SELECT
    titulo,
    detalle,
    entidad,
    entidad_nombre,
    seccion,
    cita,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_aportes
WHERE
    politica_codigo = $politica
    AND producto_codigo = $codigo
    AND corte_fecha = (
        SELECT max(corte_fecha) FROM tablero.politica_aportes
        WHERE politica_codigo = $politica AND corte_fecha <= $corte
    )
ORDER BY list_position(['logros', 'aportes', 'acciones'], seccion), orden
