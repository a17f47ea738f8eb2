-- ¿Cuánto vale una cifra que el informe de la política dice en su texto?
-- nivel: publicado
SELECT
    cifra_codigo,
    descripcion,
    valor,
    unidad,
    cita,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.cifras
WHERE
    cifra_codigo = $codigo
    AND corte_fecha = (SELECT max(corte_fecha) FROM tablero.cifras WHERE cifra_codigo = $codigo)
