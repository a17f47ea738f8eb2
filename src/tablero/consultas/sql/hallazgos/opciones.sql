-- ¿Por qué severidades, reglas, entidades, objetivos y productos se pueden filtrar los hallazgos?
-- Los productos son los del objetivo elegido, si hay uno.
-- nivel: calculado
WITH del_corte AS (
    SELECT
        severidad,
        regla,
        coalesce(entidad, 'sin dato') AS entidad,
        coalesce(split_part(producto_codigo, '.', 1), 'todo el libro') AS objetivo,
        producto_codigo,
        hallazgo_numero,
        corte_fecha,
        fuente_codigo,
    FROM tablero.seguimiento_hallazgos
    WHERE politica_codigo = $politica AND corte_fecha = $corte
),

-- La lista viene por gravedad y código: la primera vez que aparece cada opción da su orden.
opciones AS (
    SELECT
        'severidad' AS filtro, severidad AS opcion, [hallazgo_numero] AS orden, corte_fecha, fuente_codigo,
    FROM del_corte
    UNION ALL
    SELECT 'regla', regla, [hallazgo_numero], corte_fecha, fuente_codigo FROM del_corte
    UNION ALL
    SELECT 'entidad', entidad, [CASE WHEN entidad = 'sin dato' THEN 1 ELSE 0 END], corte_fecha, fuente_codigo
    FROM del_corte
    UNION ALL
    SELECT 'objetivo', objetivo, [coalesce(TRY_CAST(objetivo AS BIGINT), 1000)], corte_fecha, fuente_codigo
    FROM del_corte
    UNION ALL
    SELECT
        'producto',
        producto_codigo,
        list_transform(string_split(producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT)),
        corte_fecha,
        fuente_codigo,
    FROM del_corte
    WHERE producto_codigo IS NOT NULL AND ($objetivo IS NULL OR objetivo = $objetivo)
)

SELECT
    filtro,
    opcion,
    count(*) AS hallazgos,
    any_value(corte_fecha) AS corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
FROM opciones
GROUP BY filtro, opcion
ORDER BY filtro, min(orden), opcion
