-- ¿Cuántos porcentajes del libro coinciden con los recalculados, y por qué causa no los demás?
-- nivel: calculado
WITH contrastes AS (
    SELECT
        estado,
        CASE
            WHEN estado = 'difiere' THEN causa
            WHEN estado = 'coincide' THEN NULL
            WHEN reportado_pct IS NULL THEN 'el libro no trae el porcentaje'
            ELSE 'faltan datos para recalcularlo'
        END AS causa_dicha,
        producto_codigo,
        corte_fecha,
        c.fuente_codigo,
        l.ubicacion,
    FROM tablero.seguimiento_contrastes AS c
    INNER JOIN tablero.seguimiento_libros AS l USING (politica_codigo, corte_fecha)
    WHERE politica_codigo = $politica AND corte_fecha = $corte
)

SELECT
    estado,
    causa_dicha AS causa,
    count(*) AS contrastes,
    count(DISTINCT producto_codigo) AS productos,
    any_value(corte_fecha) AS corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
    any_value(ubicacion) AS ubicacion,
FROM contrastes
GROUP BY estado, causa_dicha
ORDER BY
    list_position(['coincide', 'difiere', 'no calculable'], estado), count(*) DESC, causa_dicha
