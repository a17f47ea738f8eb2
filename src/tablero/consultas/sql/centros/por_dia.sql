-- ¿A cuántas personas atendió cada centro por cada día que estuvo abierto?
-- nivel: calculado
-- Los días y el cociente los calcula la construcción, con la fecha de apertura de cada centro.
WITH reportes AS (
    -- El último periodo; si un centro trae dos que terminan el mismo día, el más largo.
    SELECT * FROM tablero.centros_atenciones
    WHERE hasta_fecha = (SELECT max(hasta_fecha) FROM tablero.centros_atenciones)
    QUALIFY row_number() OVER (PARTITION BY centro_codigo ORDER BY desde_fecha) = 1
)

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
FROM tablero.centros_integrate AS c
LEFT JOIN reportes AS r USING (centro_codigo)
WHERE
    c.corte_fecha = (SELECT max(corte_fecha) FROM tablero.centros_integrate)
    AND ($departamento IS NULL OR c.departamento_nombre = $departamento)
    AND ($municipio IS NULL OR c.municipio_codigo = $municipio)
ORDER BY r.personas_por_dia DESC NULLS LAST, r.personas DESC NULLS LAST, c.etapa, c.centro_nombre
