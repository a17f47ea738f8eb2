-- ¿Cuánto ha avanzado un producto en cada corte de su política y cuánto debía?
-- Lo publicado o reportado y lo recalculado; un corte que no lo trae va sin cifras y lo dice.
-- nivel: publicado y calculado
WITH cortes AS (
    SELECT * FROM tablero.politica_cortes
    WHERE politica_codigo = $politica AND nivel = 'calculado'
),

-- Un libro que no trae su porcentaje no publica nada que poner al lado del recalculado.
avances AS (
    SELECT * FROM tablero.politica_avances
    WHERE
        politica_codigo = $politica
        AND producto_codigo = $producto
        AND (nivel = 'calculado' OR paa_pct IS NOT NULL OR corte_fecha NOT IN (
            SELECT corte_fecha FROM tablero.seguimiento_libros WHERE politica_codigo = $politica
        ))
)

SELECT
    c.politica_codigo,
    $producto AS producto_codigo,
    corte_fecha,
    coalesce(a.nivel, c.nivel) AS nivel,
    a.paa_pct AS avance_pct,
    a.trayectoria_pct,
    a.paa_pct - a.trayectoria_pct AS brecha_pp,
    coalesce(a.semaforo, 'no está en este corte') AS estado,
    a.formula_version,
    coalesce(a.fuente_codigo, c.fuente_codigo) AS fuente_codigo,
    a.ubicacion,
FROM cortes AS c
LEFT JOIN avances AS a USING (corte_fecha)
ORDER BY corte_fecha, nivel
