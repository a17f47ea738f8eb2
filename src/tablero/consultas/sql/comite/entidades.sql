-- ¿Qué entidades forman el Comité y cuáles asistieron?
-- nivel: publicado
SELECT
    orden,
    entidad_nombre,
    coalesce(asistencia, 'no publicada') AS asistencia,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.comite_entidades
ORDER BY orden
