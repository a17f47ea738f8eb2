-- ¿En qué fases va la EAT, cuándo fue cada una y en qué estado está?
-- nivel: publicado
SELECT
    fase_numero,
    fase_nombre,
    estado,
    estado_texto,
    estado_origen,
    periodo_texto,
    desde_fecha,
    hasta_fecha,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.eat_fases
ORDER BY fase_numero
