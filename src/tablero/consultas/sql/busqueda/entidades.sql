-- ¿Qué entidades hay, cómo las escriben los documentos y cuántos productos tienen en cada política?
-- nivel: publicado y calculado
WITH productos AS (
    SELECT
        s.entidad,
        s.politica_codigo,
        s.corte_fecha,
        any_value(s.entidad_codigo) AS entidad_codigo,
        count(*) AS productos,
        string_agg(DISTINCT s.entidad_nombre, ' | ' ORDER BY s.entidad_nombre) AS escritas,
        any_value(s.fuente_codigo) AS fuente_codigo,
    FROM tablero.politica_seguimiento AS s
    INNER JOIN (
        SELECT
            politica_codigo,
            max(corte_fecha) AS corte_fecha,
        FROM tablero.politica_seguimiento
        GROUP BY politica_codigo
    ) AS ultimo USING (politica_codigo, corte_fecha)
    WHERE s.entidad IS NOT NULL
    GROUP BY s.entidad, s.politica_codigo, s.corte_fecha
),

grafias AS (
    SELECT
        entidad_codigo,
        string_agg(grafia, ' | ' ORDER BY grafia) AS grafias,
    FROM tablero.entidades_grafias
    GROUP BY entidad_codigo
)

SELECT
    coalesce(p.entidad, e.entidad_nombre) AS entidad,
    e.sigla,
    concat_ws(' | ', g.grafias, p.escritas) AS grafias,
    p.politica_codigo,
    p.productos,
    p.corte_fecha,
    coalesce(p.fuente_codigo, e.fuente_codigo) AS fuente_codigo,
FROM tablero.entidades AS e
FULL JOIN productos AS p USING (entidad_codigo)
LEFT JOIN grafias AS g USING (entidad_codigo)
ORDER BY entidad, p.politica_codigo
