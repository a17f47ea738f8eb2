-- ¿Cuántos centros, y en cuántas ciudades, cuenta la ficha de Integra, y cuántos la CNIM?
-- nivel: publicado y calculado
WITH ficha AS (
    SELECT
        cifra_codigo,
        CAST(valor AS BIGINT) AS valor,
        corte_fecha,
        fuente_codigo,
        ubicacion,
        cita,
    FROM tablero.vigente.cifras
    WHERE cifra_codigo IN ('integra_centros', 'integra_centros_ciudades')
),

iniciales AS (
    SELECT
        count(*) AS centros,
        count(DISTINCT municipio_codigo) AS ciudades,
        any_value(fuente_codigo) AS fuente_codigo,
    FROM tablero.vigente.centros_integrate
    WHERE etapa = 'inicial'
)

SELECT
    max(ficha.valor) FILTER (WHERE ficha.cifra_codigo = 'integra_centros') AS centros,
    max(ficha.valor) FILTER (WHERE ficha.cifra_codigo = 'integra_centros_ciudades') AS ciudades,
    iniciales.centros AS centros_cnim,
    iniciales.ciudades AS ciudades_cnim,
    ficha.corte_fecha,
    f.corte_texto,
    concat_ws(' | ', ficha.fuente_codigo, iniciales.fuente_codigo) AS fuente_codigo,
    max(ficha.cita) AS cita,
FROM ficha
INNER JOIN tablero.fuentes AS f USING (fuente_codigo)
CROSS JOIN iniciales
GROUP BY ALL
