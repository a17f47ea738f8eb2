-- ¿Cuánto vale, en el último corte, una cifra que la fuente dice en su prosa?
-- nivel: publicado
SELECT
    cifra_codigo,
    tema,
    descripcion,
    valor,
    unidad,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.cifras
WHERE cifra_codigo = $codigo
ORDER BY corte_fecha DESC
LIMIT 1
