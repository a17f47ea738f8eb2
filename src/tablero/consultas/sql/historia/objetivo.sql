-- ¿Cuánto ha avanzado un objetivo de la política en cada corte y cuánto debía?
-- Lo publicado y lo calculado; un corte sin productos de ese objetivo va sin cifras.
-- nivel: publicado y calculado
SELECT
    c.politica_codigo,
    c.corte_fecha,
    c.nivel,
    o.avance_pct,
    o.trayectoria_pct,
    o.brecha_pp,
    o.productos,
    o.productos_sin_dato,
    o.peso_sin_dato_pct,
    o.fuera_sin_peso,
    o.formula_version,
    coalesce(o.fuente_codigo, c.fuente_codigo) AS fuente_codigo,
    o.ubicacion,
    o.brecha_cita AS cita,
FROM tablero.politica_cortes AS c
LEFT JOIN tablero.politica_objetivos AS o
    ON
        c.politica_codigo = o.politica_codigo
        AND c.corte_fecha = o.corte_fecha
        AND c.nivel = o.nivel
        AND o.objetivo_numero = CAST($objetivo AS BIGINT)
WHERE c.politica_codigo = $politica
ORDER BY c.corte_fecha, c.nivel
