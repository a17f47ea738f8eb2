-- ¿Cuánto lleva la política, cuánto debía llevar y de qué año a qué año va?
-- El avance y la trayectoria son los publicados; si no los hay, los calculados. Los años, los del
-- libro oficial del corte; sin libro, los de la vigencia de la política.
-- nivel: publicado y calculado
WITH del_corte AS (
    SELECT
        politica_codigo,
        corte_fecha,
        coalesce(
            any_value(avance_pct) FILTER (WHERE nivel = 'publicado'),
            any_value(avance_pct) FILTER (WHERE nivel = 'calculado')
        ) AS avance_pct,
        coalesce(
            any_value(trayectoria_pct) FILTER (WHERE nivel = 'publicado'),
            any_value(trayectoria_pct) FILTER (WHERE nivel = 'calculado')
        ) AS trayectoria_pct,
        coalesce(
            any_value(fuente_codigo) FILTER (WHERE nivel = 'publicado'),
            any_value(fuente_codigo) FILTER (WHERE nivel = 'calculado')
        ) AS fuente_codigo,
    FROM tablero.politica_cortes
    WHERE politica_codigo = $politica AND corte_fecha = $corte
    GROUP BY politica_codigo, corte_fecha
),

anios AS (
    SELECT
        anio_desde AS desde_anio,
        anio_hasta AS hasta_anio,
        fuente_codigo,
        1 AS orden,
        corte_fecha,
    FROM tablero.seguimiento_libros
    WHERE politica_codigo = $politica AND corte_fecha = $corte
    UNION ALL
    SELECT
        vigencia_desde_anio,
        vigencia_hasta_anio,
        fuente_codigo,
        2,
        corte_fecha,
    FROM tablero.politicas
    WHERE politica_codigo = $politica
),

productos AS (
    SELECT
        count(*) AS productos,
        count(*) FILTER (WHERE anualizacion_tipo = 'Constante') AS productos_constantes,
    FROM tablero.politica_seguimiento
    WHERE politica_codigo = $politica AND corte_fecha = $corte AND semaforo != 'no vigente'
)

SELECT
    d.politica_codigo,
    d.avance_pct,
    d.trayectoria_pct,
    a.desde_anio,
    a.hasta_anio,
    p.productos,
    p.productos_constantes,
    d.corte_fecha,
    CASE
        WHEN a.fuente_codigo = d.fuente_codigo THEN d.fuente_codigo
        ELSE concat_ws(' | ', d.fuente_codigo, a.fuente_codigo)
    END AS fuente_codigo,
FROM del_corte AS d
CROSS JOIN productos AS p
CROSS JOIN (SELECT * FROM anios ORDER BY orden, corte_fecha DESC LIMIT 1) AS a
