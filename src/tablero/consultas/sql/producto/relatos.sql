-- ¿Qué cuenta la entidad de un producto, trimestre a trimestre, hasta un corte?
-- Una fila por versión del texto, del trimestre más reciente al más antiguo: la primera de cada
-- trimestre es la que vale en el corte y las demás, lo que decía antes.
-- nivel: publicado
SELECT
    anio,
    trimestre,
    avance_texto,
    enfoques_texto,
    row_number() OVER por_trimestre = 1 AS vale,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.seguimiento_relatos
WHERE politica_codigo = $politica AND corte_fecha <= $corte AND indicador_codigo = $codigo
WINDOW por_trimestre AS (PARTITION BY anio, trimestre ORDER BY corte_fecha DESC)
ORDER BY anio DESC, trimestre DESC, corte_fecha DESC
