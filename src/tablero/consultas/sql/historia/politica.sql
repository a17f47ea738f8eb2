-- ¿Cuánto ha avanzado la política en cada corte y cuánto debía? Lo publicado y lo calculado.
-- nivel: publicado y calculado
SELECT
    politica_codigo,
    corte_fecha,
    nivel,
    avance_pct,
    trayectoria_pct,
    brecha_pp,
    formula_version,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.politica_cortes
WHERE politica_codigo = $politica
ORDER BY corte_fecha, nivel
