-- ¿Cuánto ha avanzado el plan de la CNIM?
-- nivel: publicado
SELECT
    cifra_codigo,
    descripcion,
    valor AS avance_pct,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.cifras
WHERE cifra_codigo = 'cnim_avance_total_pct'
ORDER BY corte_fecha DESC
LIMIT 1
