-- ¿Cuánto ha avanzado la política en cada corte y cuánto debía? Lo publicado y lo calculado.
-- nivel: publicado y calculado
SELECT
    politica_codigo,
    corte_fecha,
    nivel,
    avance_pct,
    trayectoria_pct,
    brecha_pp,
    productos_sin_dato,
    peso_sin_dato_pct,
    filas_sin_codigo,
    peso_sin_codigo_pct,
    fuera_sin_peso,
    formula_version,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.politica_cortes
WHERE politica_codigo = $politica
ORDER BY corte_fecha, nivel
