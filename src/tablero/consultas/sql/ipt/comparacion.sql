-- ¿Coincide el orden calculado con el publicado, en los municipios priorizados?
-- nivel: publicado y calculado
WITH publicados AS (
    SELECT *
    FROM tablero.vigente.ipt_priorizados
),

calculados AS (
    SELECT *
    FROM tablero.ipt_puntajes
    WHERE edicion = $edicion
),

-- El orden publicado es de 1 a 34; el calculado, entre todos: se comparan dentro de los mismos.
comunes AS (
    SELECT
        p.municipio_codigo,
        rank() OVER (ORDER BY p.orden) AS lugar_publicado,
        rank() OVER (ORDER BY c.orden_calculado) AS lugar_calculado,
    FROM publicados AS p
    INNER JOIN calculados AS c USING (municipio_codigo)
    WHERE c.orden_calculado IS NOT NULL
)

SELECT
    p.orden AS orden_publicado,
    p.municipio_codigo,
    p.municipio_nombre,
    p.departamento_nombre,
    comunes.lugar_calculado,
    comunes.lugar_publicado - comunes.lugar_calculado AS cambio_puestos,
    c.orden_calculado,
    c.orden_minimo,
    c.orden_maximo,
    c.puntaje,
    c.categoria_natural,
    c.motivo,
    corr(comunes.lugar_publicado, comunes.lugar_calculado) OVER () AS rho_spearman,
    count(comunes.municipio_codigo) OVER () AS municipios_comparados,
    $edicion AS edicion,
    p.corte_fecha,
    concat_ws(' | ', p.fuente_codigo, c.fuente_codigo) AS fuente_codigo,
    p.ubicacion,
FROM publicados AS p
LEFT JOIN calculados AS c USING (municipio_codigo)
LEFT JOIN comunes USING (municipio_codigo)
WHERE EXISTS (SELECT 1 FROM calculados)
ORDER BY p.orden
