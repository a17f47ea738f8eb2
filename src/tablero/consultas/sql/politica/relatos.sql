-- ¿Qué logros, aportes o acciones relata el informe de la política?
-- nivel: publicado
SELECT
    politica_codigo,
    orden,
    titulo,
    detalle,
    entidad,
    entidad_nombre,
    producto_codigo,
    cita,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.vigente.politica_aportes
WHERE seccion = $seccion AND politica_codigo = $politica
ORDER BY orden
