-- ¿En qué ciudades trabaja el proyecto Integra?
-- nivel: publicado
SELECT
    orden,
    municipio_codigo,
    municipio_publicado,
    municipio_nombre,
    departamento_nombre,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.integra_ciudades
ORDER BY orden
