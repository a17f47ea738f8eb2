-- ¿Cuántos productos tiene cada sector y en qué nivel, según la prosa del informe?
-- nivel: publicado
SELECT
    sector_nombre,
    productos,
    productos_bajo,
    productos_medio,
    productos_alto,
    productos_sobre,
    cita,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_sectores
WHERE politica_codigo = $politica AND corte_fecha = $corte
ORDER BY productos DESC, sector_nombre
