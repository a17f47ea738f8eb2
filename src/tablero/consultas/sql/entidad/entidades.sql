-- ¿Cómo va cada entidad: cuántos productos tiene en cada situación, cuánto pesan y qué aportan?
-- Los que quedan fuera de la suma no aportan: se dice cuántos son y cuánto pesan.
-- Donde solo se publican porcentajes, la fuente no dice qué reporte falta, qué no ha iniciado ni
-- qué salió, y no hay libro que revisar: esas columnas quedan vacías, no en cero.
-- `grafias` es cómo la escribe la fuente, si no es con su nombre oficial, y `grafias_nota`, lo que
-- hay que saber de esas grafías.
-- nivel: calculado
SELECT
    entidad,
    any_value(entidad_codigo) AS entidad_codigo,
    string_agg(DISTINCT entidad_nombre, ' | ' ORDER BY entidad_nombre)
        FILTER (WHERE entidad_nombre != entidad) AS grafias,
    string_agg(DISTINCT grafia_nota, ' ') AS grafias_nota,
    count(*) AS productos,
    CAST(sum(count(*)) OVER () AS BIGINT) AS politica_productos,
    CAST(sum(count(*) FILTER (WHERE entidad IS NULL)) OVER () AS BIGINT)
        AS politica_productos_sin_entidad,
    CASE WHEN bool_and(nivel = 'calculado')
        THEN count(*) FILTER (WHERE situacion = 'sin reporte')
    END AS productos_sin_reporte,
    count(*) FILTER (WHERE situacion = 'atrasado') AS productos_atrasados,
    count(*) FILTER (WHERE situacion = 'sobre-ejecutado') AS productos_sobre_ejecutados,
    count(*) FILTER (WHERE situacion = 'sin dato') AS productos_sin_dato,
    count(*) FILTER (WHERE situacion = 'a tiempo') AS productos_a_tiempo,
    CASE WHEN bool_and(nivel = 'calculado')
        THEN count(*) FILTER (WHERE situacion = 'sin iniciar')
    END AS productos_sin_iniciar,
    CASE WHEN bool_and(nivel = 'calculado')
        THEN count(*) FILTER (WHERE situacion = 'no vigente')
    END AS productos_no_vigentes,
    sum(ponderacion_pct) FILTER (WHERE situacion <> 'no vigente') AS ponderacion_pct,
    sum(avance_aporte_pp) AS avance_aporte_pp,
    sum(trayectoria_aporte_pp) AS trayectoria_aporte_pp,
    sum(brecha_aporte_pp) AS brecha_aporte_pp,
    count(fuera_causa) AS productos_fuera,
    coalesce(sum(ponderacion_pct) FILTER (WHERE fuera_causa IS NOT NULL), 0) AS peso_fuera_pct,
    count(*) FILTER (WHERE fuera_causa IS NOT NULL AND ponderacion_pct IS NULL) AS fuera_sin_peso,
    sum(sum(brecha_aporte_pp)) OVER () AS politica_brecha_pp,
    CAST(sum(errores) FILTER (WHERE nivel = 'calculado') AS BIGINT) AS errores,
    CAST(sum(advertencias) FILTER (WHERE nivel = 'calculado') AS BIGINT) AS advertencias,
    CAST(sum(errores + advertencias) FILTER (WHERE nivel = 'calculado') AS BIGINT) AS hallazgos,
    any_value(formula_version) AS formula_version,
    any_value(politica_codigo) AS politica_codigo,
    any_value(corte_fecha) AS corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM tablero.politica_seguimiento
LEFT JOIN (
    SELECT grafia AS entidad_nombre, nota AS grafia_nota FROM tablero.entidades_grafias
) AS impresas USING (entidad_nombre)
WHERE politica_codigo = $politica AND corte_fecha = $corte
GROUP BY entidad
ORDER BY entidad IS NULL, brecha_aporte_pp, entidad
