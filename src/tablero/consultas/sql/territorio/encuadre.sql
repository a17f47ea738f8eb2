-- ¿Qué rectángulo ocupan las cabeceras del territorio elegido?
-- nivel: publicado
SELECT
    min(longitud) AS oeste,
    min(latitud) AS sur,
    max(longitud) AS este,
    max(latitud) AS norte,
    any_value(fuente_codigo) AS fuente_codigo,
FROM tablero.municipios
WHERE
    ($departamento IS NULL OR departamento_nombre = $departamento)
    AND ($municipio IS NULL OR municipio_codigo = $municipio)
