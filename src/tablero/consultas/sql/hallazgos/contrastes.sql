-- ¿Qué porcentajes del libro salen de sus metas y sus reportes, y por qué no los demás?
-- Primero los que difieren, del que más al que menos.
-- nivel: publicado y calculado
WITH contrastes AS (
    SELECT
        *,
        CASE
            WHEN estado = 'difiere' THEN causa
            WHEN estado = 'coincide' THEN NULL
            WHEN reportado_pct IS NULL THEN 'el libro no trae el porcentaje'
            ELSE 'faltan datos para recalcularlo'
        END AS causa_dicha,
    FROM tablero.seguimiento_contrastes
    WHERE politica_codigo = $politica AND corte_fecha = $corte
)

SELECT
    c.producto_codigo,
    s.producto_nombre,
    c.medida,
    c.reportado_pct,
    c.calculado_pct,
    c.diferencia_pp,
    c.estado,
    c.causa_dicha AS causa,
    s.entidad,
    s.entidad_nombre,
    c.formula_version,
    c.corte_fecha,
    c.fuente_codigo,
    c.ubicacion,
FROM contrastes AS c
INNER JOIN tablero.politica_seguimiento AS s USING (politica_codigo, corte_fecha, producto_codigo)
WHERE
    ($medida IS NULL OR c.medida = $medida)
    AND ($estado IS NULL OR c.estado = $estado)
    AND ($causa IS NULL OR c.causa_dicha = $causa)
    AND ($entidad IS NULL OR coalesce(s.entidad, 'sin dato') = $entidad)
    AND ($objetivo IS NULL OR split_part(c.producto_codigo, '.', 1) = $objetivo)
ORDER BY
    list_position(['difiere', 'no calculable', 'coincide'], c.estado),
    CASE WHEN c.estado = 'difiere' THEN abs(c.diferencia_pp) END DESC,
    list_transform(string_split(c.producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT)),
    list_position(['PAV', 'PAHV', 'PAA'], c.medida)
