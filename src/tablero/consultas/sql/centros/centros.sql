-- ¿Cuáles son los Centros Intégrate, en qué etapa están y a cuántas personas atendió cada uno?
-- nivel: publicado
SELECT
    c.centro_codigo,
    c.centro_nombre,
    c.municipio_codigo,
    c.municipio_nombre,
    c.departamento_codigo,
    c.departamento_nombre,
    c.etapa,
    c.es_piloto,
    c.apertura_fecha,
    r.personas,
    r.desde_fecha,
    r.hasta_fecha,
    c.corte_fecha,
    concat_ws(' | ', c.fuente_codigo, nullif(r.fuente_codigo, c.fuente_codigo)) AS fuente_codigo,
    concat_ws(' | ', c.ubicacion, r.ubicacion) AS ubicacion,
    concat_ws(' | ', c.cita, r.cita) AS cita,
FROM tablero.vigente.centros_integrate AS c
LEFT JOIN tablero.vigente.centros_atenciones AS r USING (centro_codigo)
WHERE
    ($departamento IS NULL OR c.departamento_nombre = $departamento)
    AND ($municipio IS NULL OR c.municipio_codigo = $municipio)
ORDER BY
    r.personas DESC NULLS LAST,
    list_position(['inicial', 'nuevo', 'proyectado'], c.etapa),
    c.centro_nombre
