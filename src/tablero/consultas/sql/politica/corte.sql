-- ¿Cuánto ha avanzado la política y cuánto debía haber avanzado?
-- nivel: publicado y calculado
WITH ultimo AS (
    SELECT * FROM tablero.politica_cortes
    WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.politica_cortes)
),

publicado AS (SELECT * FROM ultimo WHERE nivel = 'publicado'),

calculado AS (SELECT * FROM ultimo WHERE nivel = 'calculado')

SELECT
    publicado.politica_codigo,
    publicado.avance_pct,
    publicado.trayectoria_pct,
    publicado.brecha_pp,
    calculado.avance_pct AS avance_calculado_pct,
    calculado.trayectoria_pct AS trayectoria_calculada_pct,
    calculado.brecha_pp AS brecha_calculada_pp,
    publicado.corte_fecha,
    publicado.fuente_codigo,
    publicado.ubicacion,
    publicado.cita,
FROM publicado
INNER JOIN calculado USING (politica_codigo, corte_fecha)
