-- ¿Qué rangos del semáforo valen hoy?
-- nivel: publicado
SELECT
    semaforo,
    desde_pct,
    hasta_pct,
    texto,
    nota,
    cita,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.vigente.semaforo_rangos
ORDER BY orden
