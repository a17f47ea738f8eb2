-- ¿Qué reportó cada trimestre un producto, según el libro de un corte? Sin código, todos.
-- nivel: publicado
SELECT
    indicador_codigo AS producto_codigo,
    anio,
    trimestre,
    valor,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.seguimiento_reportes
WHERE
    politica_codigo = $politica
    AND corte_fecha = $corte
    AND indicador_codigo LIKE '%.%.%'
    AND ($codigo IS NULL OR indicador_codigo = $codigo)
ORDER BY
    list_transform(string_split(indicador_codigo, '.'), lambda parte: CAST(parte AS BIGINT)),
    anio,
    trimestre
