-- ¿Qué contó la entidad de cada producto en el último trimestre del que contó algo?
-- Una fila por versión del texto, de la más antigua a la más reciente: la última es la que vale.
-- nivel: publicado
SELECT
    politica_codigo,
    indicador_codigo,
    anio,
    trimestre,
    avance_texto,
    enfoques_texto,
    corte_fecha,
    fuente_codigo,
FROM tablero.seguimiento_relatos
WHERE avance_texto IS NOT NULL OR enfoques_texto IS NOT NULL
QUALIFY
    rank() OVER (
        PARTITION BY politica_codigo, indicador_codigo
        ORDER BY anio DESC, trimestre DESC
    )
    = 1
ORDER BY
    politica_codigo,
    list_transform(string_split(indicador_codigo, '.'), lambda parte: CAST(parte AS BIGINT)),
    corte_fecha
