-- ¿Qué municipios hay, dónde queda cada uno y con qué otros nombres lo escriben los documentos?
-- nivel: publicado
WITH grafias AS (
    SELECT
        municipio_codigo,
        string_agg(grafia, ' | ' ORDER BY grafia) AS grafias,
    FROM tablero.municipios_grafias
    GROUP BY municipio_codigo
)

SELECT
    m.municipio_codigo,
    m.municipio_nombre,
    m.departamento_codigo,
    m.departamento_nombre,
    m.tipo,
    m.area_metropolitana,
    m.longitud,
    m.latitud,
    g.grafias,
    m.fuente_codigo,
    m.ubicacion,
FROM tablero.municipios AS m
LEFT JOIN grafias AS g USING (municipio_codigo)
ORDER BY m.municipio_codigo
