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
INNER JOIN tablero.vigente.fuentes AS vigencia USING (fuente_codigo)
WHERE
    politica_codigo = $politica
    AND producto_codigo = $codigo
    AND vigencia.desde_fecha <= $corte
    AND (vigencia.antes_de_fecha IS NULL OR vigencia.antes_de_fecha > $corte)
ORDER BY list_position(['logros', 'aportes', 'acciones'], seccion), orden
