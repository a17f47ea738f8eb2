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
FROM tablero.semaforo_rangos
WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.semaforo_rangos)
ORDER BY orden
