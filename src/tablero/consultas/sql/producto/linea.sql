-- ¿Qué se programó cada año para un producto y qué reportó cada trimestre, según el libro?
-- nivel: publicado
WITH metas AS (
    SELECT
        anio,
        meta,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM tablero.seguimiento_metas
    WHERE politica_codigo = $politica AND corte_fecha = $corte AND indicador_codigo = $codigo
),

reportes AS (
    SELECT
        anio,
        trimestre,
        valor,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM tablero.seguimiento_reportes
    WHERE politica_codigo = $politica AND corte_fecha = $corte AND indicador_codigo = $codigo
),

trimestres AS (
    SELECT
        anio,
        unnest([1, 2, 3, 4]) AS trimestre,
    FROM (SELECT anio FROM metas UNION SELECT anio FROM reportes)
)

SELECT
    t.anio,
    CAST(t.trimestre AS BIGINT) AS trimestre,
    m.meta,
    r.valor,
    m.anio IS NOT NULL AS tiene_meta,
    r.anio IS NOT NULL AS tiene_reporte,
    coalesce(m.corte_fecha, r.corte_fecha) AS corte_fecha,
    coalesce(m.fuente_codigo, r.fuente_codigo) AS fuente_codigo,
    concat_ws(' | ', m.ubicacion, r.ubicacion) AS ubicacion,
FROM trimestres AS t
LEFT JOIN metas AS m USING (anio)
LEFT JOIN reportes AS r USING (anio, trimestre)
ORDER BY t.anio, t.trimestre
