-- ¿De qué hay serie en una política: qué objetivos y qué productos están en alguno de sus cortes?
-- El nombre de un producto es el del corte más reciente que lo tiene.
-- nivel: publicado y calculado
SELECT
    'objetivo' AS clase,
    CAST(objetivo_numero AS VARCHAR) AS codigo,
    CAST(NULL AS VARCHAR) AS nombre,
    any_value(fuente_codigo) AS fuente_codigo,
FROM tablero.politica_seguimiento
WHERE politica_codigo = $politica
GROUP BY objetivo_numero
UNION ALL
SELECT
    'producto' AS clase,
    producto_codigo AS codigo,
    producto_nombre AS nombre,
    fuente_codigo,
FROM tablero.vigente.politica_seguimiento
WHERE politica_codigo = $politica
ORDER BY
    clase, list_transform(string_split(codigo, '.'), lambda parte: CAST(parte AS BIGINT))
