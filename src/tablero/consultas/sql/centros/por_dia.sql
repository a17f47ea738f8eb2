-- ¿A cuántas personas atendió cada centro por cada día que estuvo abierto?
-- nivel: calculado
-- Los días y el cociente los calcula la construcción, con la fecha de apertura de cada centro.
SELECT
    c.centro_codigo,
    c.centro_nombre,
    c.municipio_codigo,
    c.municipio_nombre,
    c.departamento_nombre,
    c.etapa,
    c.apertura_fecha,
    r.desde_fecha,
    r.hasta_fecha,
    r.personas,
    r.dias_abiertos,
    r.supuesto,
    r.personas_por_dia,
    c.corte_fecha,
    concat_ws(' | ', c.fuente_codigo, nullif(r.fuente_codigo, c.fuente_codigo)) AS fuente_codigo,
    concat_ws(' | ', c.ubicacion, r.ubicacion) AS ubicacion,
FROM tablero.vigente.centros_integrate AS c
LEFT JOIN tablero.vigente.centros_atenciones AS r USING (centro_codigo)
WHERE
    ($departamento IS NULL OR c.departamento_nombre = $departamento)
    AND ($municipio IS NULL OR c.municipio_codigo = $municipio)
ORDER BY r.personas_por_dia DESC NULLS LAST, r.personas DESC NULLS LAST, c.etapa, c.centro_nombre
