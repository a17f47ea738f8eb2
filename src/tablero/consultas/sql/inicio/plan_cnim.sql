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
FROM tablero.vigente.cifras
WHERE cifra_codigo = 'cnim_avance_total_pct'
