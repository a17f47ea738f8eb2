-- ¿Cuánto ha avanzado la política en un corte y cuánto debía haber avanzado?
-- Lo publicado, si alguna fuente lo publica, al lado de lo calculado y lo que queda fuera de su suma.
-- nivel: publicado y calculado
WITH del_corte AS (
    SELECT * FROM tablero.politica_cortes
    WHERE politica_codigo = $politica AND corte_fecha = $corte
),

publicado AS (SELECT * FROM del_corte WHERE nivel = 'publicado'),

calculado AS (SELECT * FROM del_corte WHERE nivel = 'calculado')

SELECT
    politica_codigo,
    publicado.avance_pct,
    publicado.trayectoria_pct,
    publicado.brecha_pp,
    calculado.avance_pct AS avance_calculado_pct,
    calculado.trayectoria_pct AS trayectoria_calculada_pct,
    calculado.brecha_pp AS brecha_calculada_pp,
    coalesce(publicado.avance_pct, calculado.avance_pct) AS avance_mostrado_pct,
    calculado.productos_sin_dato,
    calculado.peso_sin_dato_pct,
    calculado.filas_sin_codigo,
    calculado.peso_sin_codigo_pct,
    calculado.fuera_sin_peso,
    calculado.formula_version,
    corte_fecha,
    CASE
        WHEN calculado.fuente_codigo = publicado.fuente_codigo THEN publicado.fuente_codigo
        ELSE concat_ws(' | ', publicado.fuente_codigo, calculado.fuente_codigo)
    END AS fuente_codigo,
    coalesce(publicado.ubicacion, calculado.ubicacion) AS ubicacion,
    publicado.cita,
FROM calculado
LEFT JOIN publicado USING (politica_codigo, corte_fecha)
