-- ¿Qué logros, aportes y acciones relatan los informes de las políticas?
-- nivel: publicado
SELECT
    politica_codigo,
    seccion,
    orden,
    titulo,
    detalle,
    entidad,
    producto_codigo,
    corte_fecha,
    fuente_codigo,
FROM tablero.vigente.politica_aportes
ORDER BY politica_codigo, seccion, orden
