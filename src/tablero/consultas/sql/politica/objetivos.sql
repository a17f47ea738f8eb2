-- ¿Cuánto pesa y cuánto lleva cada objetivo? Lo publicado al lado de lo calculado, y el total.
-- La fuente publica productos, ponderación y brecha; avance, trayectoria y aportes se calculan.
-- nivel: publicado y calculado
WITH del_corte AS (
    SELECT * FROM tablero.politica_objetivos
    WHERE politica_codigo = $politica AND corte_fecha = $corte
),

sustento AS (
    SELECT
        objetivo_numero,
        string_agg(DISTINCT fuente_codigo, ' | ' ORDER BY fuente_codigo) AS fuente_codigo,
        lugares(fuente_codigo, ubicacion) AS ubicacion,
    FROM del_corte
    GROUP BY objetivo_numero
),

por_objetivo AS (
    SELECT
        objetivo_numero,
        concat('Objetivo ', objetivo_numero) AS objetivo,
        coalesce(publicado.objetivo_nombre, 'no publicado') AS objetivo_nombre,
        publicado.productos AS productos_publicados,
        calculado.productos AS productos_calculados,
        publicado.ponderacion_pct AS ponderacion_publicada_pct,
        calculado.ponderacion_pct AS ponderacion_calculada_pct,
        publicado.brecha_pp AS brecha_publicada_pp,
        calculado.brecha_pp AS brecha_calculada_pp,
        calculado.avance_pct,
        calculado.trayectoria_pct,
        calculado.avance_aporte_pp,
        calculado.brecha_aporte_pp,
        calculado.productos_sin_dato,
        calculado.peso_sin_dato_pct,
        CAST(NULL AS BIGINT) AS filas_sin_codigo,
        CAST(NULL AS DOUBLE) AS peso_sin_codigo_pct,
        calculado.fuera_sin_peso,
        publicado.nota,
        publicado.cita,
        corte_fecha,
        sustento.fuente_codigo,
        sustento.ubicacion,
    FROM (SELECT * FROM del_corte WHERE nivel = 'calculado') AS calculado
    FULL JOIN (SELECT * FROM del_corte WHERE nivel = 'publicado') AS publicado
        USING (politica_codigo, objetivo_numero, corte_fecha)
    INNER JOIN sustento USING (objetivo_numero)
),

sustento_del_total AS (
    SELECT
        string_agg(DISTINCT fuente_codigo, ' | ' ORDER BY fuente_codigo) AS fuente_codigo,
        lugares(fuente_codigo, ubicacion) AS ubicacion,
    FROM tablero.politica_cortes
    WHERE politica_codigo = $politica AND corte_fecha = $corte
),

-- El total publicado es el que la fuente da para la política, no la suma de sus objetivos.
politica AS (
    SELECT
        publicado.brecha_pp AS brecha_publicada_pp,
        calculado.brecha_pp AS brecha_calculada_pp,
        calculado.avance_pct,
        calculado.trayectoria_pct,
        calculado.productos_sin_dato,
        calculado.peso_sin_dato_pct,
        calculado.filas_sin_codigo,
        calculado.peso_sin_codigo_pct,
        calculado.fuera_sin_peso,
        publicado.cita,
        corte_fecha,
        sustento.fuente_codigo,
        sustento.ubicacion,
    FROM (SELECT * FROM tablero.politica_cortes WHERE nivel = 'calculado') AS calculado
    LEFT JOIN (SELECT * FROM tablero.politica_cortes WHERE nivel = 'publicado') AS publicado
        USING (politica_codigo, corte_fecha)
    CROSS JOIN sustento_del_total AS sustento
    WHERE politica_codigo = $politica AND corte_fecha = $corte
),

-- El conteo que el informe declara es de su política y de su corte.
declarados AS (
    SELECT
        CAST(cifras.valor AS BIGINT) AS productos,
        politicas.corte_fecha,
    FROM tablero.cifras AS cifras
    INNER JOIN tablero.politicas AS politicas USING (fuente_codigo)
    WHERE cifras.cifra_codigo = 'sdp_productos' AND politicas.politica_codigo = $politica
),

total AS (
    SELECT
        CAST(NULL AS BIGINT) AS objetivo_numero,
        'Toda la política' AS objetivo,
        '' AS objetivo_nombre,
        any_value(declarados.productos) AS productos_publicados,
        CAST(sum(por_objetivo.productos_calculados) AS BIGINT) AS productos_calculados,
        CAST(NULL AS DOUBLE) AS ponderacion_publicada_pct,
        sum(por_objetivo.ponderacion_calculada_pct) AS ponderacion_calculada_pct,
        any_value(politica.brecha_publicada_pp) AS brecha_publicada_pp,
        any_value(politica.brecha_calculada_pp) AS brecha_calculada_pp,
        any_value(politica.avance_pct) AS avance_pct,
        any_value(politica.trayectoria_pct) AS trayectoria_pct,
        sum(por_objetivo.avance_aporte_pp) AS avance_aporte_pp,
        sum(por_objetivo.brecha_aporte_pp) AS brecha_aporte_pp,
        any_value(politica.productos_sin_dato) AS productos_sin_dato,
        any_value(politica.peso_sin_dato_pct) AS peso_sin_dato_pct,
        any_value(politica.filas_sin_codigo) AS filas_sin_codigo,
        any_value(politica.peso_sin_codigo_pct) AS peso_sin_codigo_pct,
        any_value(politica.fuera_sin_peso) AS fuera_sin_peso,
        CAST(NULL AS VARCHAR) AS nota,
        any_value(politica.cita) AS cita,
        corte_fecha,
        any_value(politica.fuente_codigo) AS fuente_codigo,
        any_value(politica.ubicacion) AS ubicacion,
    FROM por_objetivo
    INNER JOIN politica USING (corte_fecha)
    LEFT JOIN declarados USING (corte_fecha)
    GROUP BY corte_fecha
)

SELECT * FROM por_objetivo
UNION ALL
SELECT * FROM total
ORDER BY objetivo_numero NULLS LAST
