-- ¿Cuál es el municipio de este código?
-- nivel: publicado
SELECT
    municipio_codigo,
    municipio_nombre,
    departamento_codigo,
    departamento_nombre,
    tipo,
    area_metropolitana,
    longitud,
    latitud,
    fuente_codigo,
    ubicacion,
FROM tablero.municipios
WHERE municipio_codigo = $codigo
