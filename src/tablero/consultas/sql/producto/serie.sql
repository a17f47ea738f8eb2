-- ¿Cómo ha ido un producto en todos los cortes guardados, del más antiguo al más reciente?
-- nivel: publicado y calculado
SELECT
    corte_fecha,
    pav_pct,
    pahv_pct,
    paa_pct,
    trayectoria_pct,
    brecha_pp,
    brecha_aporte_pp,
    fuera_causa,
    semaforo,
    situacion,
    ponderacion_pct,
    anualizacion_tipo,
    meta_final,
    nivel,
    formula_version,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_seguimiento
WHERE politica_codigo = $politica AND producto_codigo = $codigo
ORDER BY corte_fecha
