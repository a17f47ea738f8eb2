-- ¿Qué otros hechos de un municipio o de un departamento dicen los documentos?
-- nivel: publicado
-- Una cifra de la prosa no lleva código de municipio: aquí se dice de cuál habla cada una.
WITH de_municipio (cifra_codigo, municipio_codigo) AS (
    VALUES
    ('cnim_asistencias_centro_bogota_soacha', '11001'),
    ('cnim_asistencias_centro_bogota_soacha', '25754'),
    ('cnim_asistencias_mesa_buenaventura', '76109')
)

SELECT
    'integra' AS aspecto,
    municipio_codigo,
    departamento_codigo,
    municipio_publicado AS descripcion,
    CAST(NULL AS DOUBLE) AS valor,
    CAST(NULL AS VARCHAR) AS unidad,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.integra_ciudades

UNION ALL

SELECT
    'cifra de municipio',
    d.municipio_codigo,
    left(d.municipio_codigo, 2),
    c.descripcion,
    c.valor,
    c.unidad,
    c.corte_fecha,
    c.fuente_codigo,
    c.ubicacion,
    c.cita,
FROM tablero.vigente.cifras AS c
INNER JOIN de_municipio AS d USING (cifra_codigo)

UNION ALL

SELECT
    'cifra de departamento',
    NULL,
    m.departamento_codigo,
    c.descripcion,
    c.valor,
    c.unidad,
    c.corte_fecha,
    c.fuente_codigo,
    c.ubicacion,
    c.cita,
FROM tablero.vigente.cifras AS c
INNER JOIN (
    SELECT DISTINCT
        departamento_codigo,
        departamento_nombre,
    FROM tablero.municipios
) AS m USING (departamento_nombre)
ORDER BY aspecto, descripcion, municipio_codigo
