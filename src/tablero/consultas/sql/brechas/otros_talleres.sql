-- ¿Qué otros talleres hizo la EAT con los municipios priorizados, además de los que nombra?
-- nivel: publicado
WITH clusteres AS (
    SELECT * FROM tablero.cifras WHERE cifra_codigo = 'eat_fase3_clusteres'
),

municipios AS (
    SELECT * FROM tablero.cifras WHERE cifra_codigo = 'eat_fase3_municipios'
)

SELECT
    a.fase_numero,
    a.fase_nombre,
    a.actividad,
    f.estado,
    f.periodo_texto,
    CAST(c.valor AS BIGINT) AS clusteres,
    CAST(m.valor AS BIGINT) AS municipios,
    a.corte_fecha,
    a.fuente_codigo,
    a.ubicacion,
    a.cita,
FROM tablero.eat_actividades AS a
INNER JOIN tablero.eat_fases AS f
    ON a.fase_numero = f.fase_numero AND a.corte_fecha = f.corte_fecha
-- La actividad es la del lugar del documento donde están las dos cifras.
INNER JOIN clusteres AS c
    ON
        a.fuente_codigo = c.fuente_codigo
        AND a.corte_fecha = c.corte_fecha
        AND a.ubicacion = c.ubicacion
INNER JOIN municipios AS m
    ON
        a.fuente_codigo = m.fuente_codigo
        AND a.corte_fecha = m.corte_fecha
        AND a.ubicacion = m.ubicacion
WHERE a.corte_fecha = (SELECT max(corte_fecha) FROM tablero.eat_actividades)
