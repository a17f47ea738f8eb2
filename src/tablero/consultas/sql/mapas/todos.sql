-- ¿Qué municipios se dibujan, en el orden de sus códigos?
-- nivel: publicado
SELECT
    municipio_codigo,
    municipio_nombre,
    departamento_codigo,
    departamento_nombre,
    longitud,
    latitud,
    fuente_codigo,
FROM tablero.municipios
ORDER BY municipio_codigo
