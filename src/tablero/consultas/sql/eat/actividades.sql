-- ¿Qué actividades tiene cada fase de la EAT?
-- nivel: publicado
SELECT
    fase_numero,
    fase_nombre,
    actividad_numero,
    actividad,
    detalle,
    estado,
    estado_nivel,
    estado_origen,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.eat_actividades
ORDER BY fase_numero, actividad_numero
