-- ¿Qué objetivos, sectores o entidades explican la brecha? Del que más resta al que más suma.
-- Avance y trayectoria, en % de lo que pesa el grupo; los aportes, en puntos de la política, suman
-- su brecha. Los que quedan fuera de la suma se cuentan aparte; si de alguno no se sabe cuánto pesa,
-- tampoco se sabe de cuánto es el porcentaje. Los productos de los que la fuente no dice sector o entidad son un grupo sin nombre.
-- nivel: calculado
WITH vigentes AS (
    SELECT
        *,
        CASE $por
            WHEN 'objetivo' THEN concat('Objetivo ', objetivo_numero)
            WHEN 'sector' THEN sector_nombre
            WHEN 'entidad' THEN entidad
        END AS grupo,
    FROM tablero.politica_seguimiento
    WHERE politica_codigo = $politica AND corte_fecha = $corte AND semaforo != 'no vigente'
)

SELECT
    v.politica_codigo,
    v.grupo,
    count(*) AS productos,
    sum(v.ponderacion_pct) AS ponderacion_pct,
    CASE WHEN count(v.ponderacion_pct) = count(*)
        THEN 100 * sum(v.avance_aporte_pp) / nullif(sum(v.ponderacion_pct), 0)
    END AS avance_pct,
    CASE WHEN count(v.ponderacion_pct) = count(*)
        THEN 100 * sum(v.trayectoria_aporte_pp) / nullif(sum(v.ponderacion_pct), 0)
    END AS trayectoria_pct,
    sum(v.avance_aporte_pp) AS avance_aporte_pp,
    sum(v.trayectoria_aporte_pp) AS trayectoria_aporte_pp,
    sum(v.brecha_aporte_pp) AS brecha_aporte_pp,
    count(v.fuera_causa) AS productos_sin_dato,
    coalesce(sum(v.ponderacion_pct) FILTER (WHERE v.fuera_causa IS NOT NULL), 0)
        AS peso_sin_dato_pct,
    count(*) FILTER (WHERE v.ponderacion_pct IS NULL) AS fuera_sin_peso,
    any_value(c.brecha_pp) AS brecha_politica_pp,
    any_value(v.formula_version) AS formula_version,
    v.corte_fecha,
    any_value(v.fuente_codigo) AS fuente_codigo,
    lugares(v.fuente_codigo, v.ubicacion) AS ubicacion,
FROM vigentes AS v
INNER JOIN tablero.politica_cortes AS c USING (politica_codigo, corte_fecha)
WHERE c.nivel = 'calculado'
GROUP BY v.politica_codigo, v.corte_fecha, v.grupo
ORDER BY brecha_aporte_pp, v.grupo NULLS LAST
