-- ¿Qué centros escribe la fuente de dos maneras: una en su lista y otra en su reporte de atención?
-- nivel: publicado
SELECT
    c.centro_codigo,
    c.centro_nombre,
    c.nombre_publicado,
    r.nombre_publicado AS nombre_en_reporte,
    c.municipio_codigo,
    c.municipio_nombre,
    c.departamento_nombre,
    c.corte_fecha,
    concat_ws(' | ', c.fuente_codigo, nullif(r.fuente_codigo, c.fuente_codigo)) AS fuente_codigo,
    concat_ws(' | ', c.ubicacion, r.ubicacion) AS ubicacion,
FROM tablero.vigente.centros_integrate AS c
INNER JOIN tablero.vigente.centros_atenciones AS r USING (centro_codigo)
WHERE
    c.nombre_publicado <> r.nombre_publicado
    AND ($departamento IS NULL OR c.departamento_nombre = $departamento)
    AND ($municipio IS NULL OR c.municipio_codigo = $municipio)
ORDER BY c.centro_nombre
