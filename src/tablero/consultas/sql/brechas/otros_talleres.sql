-- ¿Qué otros talleres hizo la EAT con los municipios priorizados, además de los que nombra?
-- nivel: publicado
WITH clusteres AS (
    SELECT * FROM tablero.vigente.cifras WHERE cifra_codigo = 'eat_fase3_clusteres'
),

municipios AS (
    SELECT * FROM tablero.vigente.cifras WHERE cifra_codigo = 'eat_fase3_municipios'
)

SELECT
    fase_numero,
    a.fase_nombre,
    a.actividad,
    f.estado_texto,
    f.periodo_texto,
    CAST(c.valor AS BIGINT) AS clusteres,
    CAST(m.valor AS BIGINT) AS municipios,
    a.corte_fecha,
    a.fuente_codigo,
    a.ubicacion,
    a.cita,
FROM tablero.vigente.eat_actividades AS a
INNER JOIN tablero.vigente.eat_fases AS f USING (fase_numero)
-- La actividad es la del lugar del documento donde están las dos cifras.
INNER JOIN clusteres AS c
    ON a.fuente_codigo = c.fuente_codigo AND a.ubicacion = c.ubicacion
INNER JOIN municipios AS m
    ON a.fuente_codigo = m.fuente_codigo AND a.ubicacion = m.ubicacion
