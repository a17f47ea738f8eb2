-- ¿Qué objetivo del plan de acción nombra la presentación del Comité, y de qué producto lo dice?
-- Es de la política que la presentación nombra y del producto que se llama como su «Producto esperado».
-- nivel: publicado
WITH dicho AS (
    SELECT
        any_value(detalle) FILTER (WHERE titulo = 'Objetivo del plan de acción al que contribuye')
            AS objetivo_comite,
        any_value(detalle) FILTER (WHERE titulo = 'Producto esperado') AS producto_esperado,
        any_value(ubicacion) FILTER (WHERE titulo = 'Objetivo del plan de acción al que contribuye')
            AS ubicacion,
        fuente_codigo,
        corte_fecha,
    FROM tablero.vigente.enunciados
    WHERE lista_codigo = 'comite_tablero'
    GROUP BY fuente_codigo, corte_fecha
)

SELECT
    p.politica_codigo,
    p.objetivo_numero,
    p.producto_codigo,
    d.objetivo_comite,
    d.producto_esperado,
    d.corte_fecha,
    d.fuente_codigo,
    d.ubicacion,
FROM dicho AS d
INNER JOIN tablero.politica_seguimiento AS p
    ON starts_with(lower(p.producto_nombre), lower(d.producto_esperado))
WHERE
    p.politica_codigo = $politica
    AND p.corte_fecha = $corte
    AND d.objetivo_comite IS NOT NULL
ORDER BY list_transform(string_split(p.producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
