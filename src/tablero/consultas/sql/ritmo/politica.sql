-- ¿Cuánto lleva la política, cuánto debía llevar y de qué año a qué año va?
-- Con el libro oficial del corte, lo calculado y los años del libro, que es de donde salen sus
-- metas; sin libro, lo publicado (o lo calculado, si nada se publica) y la vigencia de la política.
-- nivel: publicado y calculado
WITH anios AS (
    SELECT
        anio_desde AS desde_anio,
        anio_hasta AS hasta_anio,
        fuente_codigo,
        TRUE AS es_libro,
    FROM tablero.seguimiento_libros
    WHERE politica_codigo = $politica AND corte_fecha = $corte
    UNION ALL
    SELECT
        vigencia_desde_anio,
        vigencia_hasta_anio,
        fuente_codigo,
        FALSE,
    FROM tablero.vigente.politicas
    WHERE politica_codigo = $politica
),

plazo AS (SELECT * FROM anios ORDER BY es_libro DESC LIMIT 1),

productos AS (
    SELECT
        count(*) AS productos,
        count(*) FILTER (WHERE anualizacion_tipo = 'Constante') AS productos_constantes,
    FROM tablero.politica_seguimiento
    WHERE politica_codigo = $politica AND corte_fecha = $corte AND semaforo != 'no vigente'
)

SELECT
    c.politica_codigo,
    c.nivel,
    c.avance_pct,
    c.trayectoria_pct,
    plazo.desde_anio,
    plazo.hasta_anio,
    p.productos,
    p.productos_constantes,
    suma.productos_sin_dato,
    suma.peso_sin_dato_pct,
    suma.filas_sin_codigo,
    suma.peso_sin_codigo_pct,
    suma.fuera_sin_peso,
    c.corte_fecha,
    CASE
        WHEN plazo.fuente_codigo = c.fuente_codigo THEN c.fuente_codigo
        ELSE concat_ws(' | ', c.fuente_codigo, plazo.fuente_codigo)
    END AS fuente_codigo,
FROM tablero.politica_cortes AS c
CROSS JOIN productos AS p
CROSS JOIN plazo
LEFT JOIN tablero.politica_cortes AS suma
    ON
        c.politica_codigo = suma.politica_codigo
        AND c.corte_fecha = suma.corte_fecha
        AND suma.nivel = 'calculado'
WHERE c.politica_codigo = $politica AND c.corte_fecha = $corte
ORDER BY (c.nivel = 'calculado') = plazo.es_libro DESC
LIMIT 1
