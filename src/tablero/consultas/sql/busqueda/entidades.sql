-- ¿Qué entidades hay, cómo las escriben los documentos y cuántos productos tienen en cada política?
-- nivel: publicado y calculado
WITH productos AS (
    SELECT
        s.entidad,
        s.politica_codigo,
        max(s.corte_fecha) AS corte_fecha,
        any_value(s.entidad_codigo) AS entidad_codigo,
        count(*) AS productos,
        string_agg(DISTINCT s.entidad_nombre, ' | ' ORDER BY s.entidad_nombre) AS escritas,
        any_value(s.fuente_codigo) AS fuente_codigo,
    FROM tablero.vigente.politica_seguimiento AS s
    WHERE s.entidad IS NOT NULL
    GROUP BY s.entidad, s.politica_codigo
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
