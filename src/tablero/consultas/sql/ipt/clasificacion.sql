-- ¿En qué orden quedan los municipios según el IPT calculado, y qué tan firme es?
-- nivel: publicado y calculado
WITH publicados AS (
    SELECT municipio_codigo, orden AS orden_publicado, fuente_codigo
    FROM tablero.vigente.ipt_priorizados
)

SELECT
    p.orden_calculado,
    p.municipio_codigo,
    m.municipio_nombre,
    m.departamento_nombre,
    p.puntaje,
    p.categoria_natural,
    p.categoria_cuantiles,
    p.categoria_intervalos,
    p.orden_minimo,
    p.orden_maximo,
    p.categoria_estabilidad_pct,
    publicados.orden_publicado,
    p.empatados,
    p.indicadores_presentes,
    p.indicadores_imputados,
    p.motivo,
    m.longitud,
    m.latitud,
    p.edicion,
    p.formula_version,
    f.corte_fecha,
    concat_ws(' | ', p.fuente_codigo, publicados.fuente_codigo) AS fuente_codigo,
    p.ubicacion,
FROM tablero.ipt_puntajes AS p
INNER JOIN tablero.municipios AS m USING (municipio_codigo)
INNER JOIN tablero.fuentes AS f ON p.fuente_codigo = f.fuente_codigo
LEFT JOIN publicados USING (municipio_codigo)
WHERE
    p.edicion = $edicion
    AND ($departamento IS NULL OR m.departamento_nombre = $departamento)
ORDER BY p.orden_calculado NULLS LAST, p.municipio_codigo
