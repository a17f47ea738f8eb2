-- ¿Qué productos tiene una entidad, y cómo va cada uno? Primero los que tienen algo por hacer.
-- nivel: publicado y calculado
SELECT
    entidad,
    entidad_nombre,
    situacion,
    producto_codigo,
    producto_nombre,
    indicador_nombre,
    objetivo_numero,
    sector_nombre,
    ponderacion_pct,
    anualizacion_tipo,
    periodicidad,
    reporte_pendiente,
    pav_pct,
    pahv_pct,
    paa_pct,
    trayectoria_pct,
    brecha_pp,
    brecha_aporte_pp,
    fuera_causa,
    semaforo,
    pav_reportado_pct,
    pahv_reportado_pct,
    paa_reportado_pct,
    ritmo_lectura,
    ritmo_actual_pp,
    ritmo_anio_pp,
    ritmo_final_pp,
    llegada_fecha,
    limite_fecha,
    CASE nivel WHEN 'calculado' THEN errores END AS errores,
    CASE nivel WHEN 'calculado' THEN advertencias END AS advertencias,
    nivel,
    formula_version,
    politica_codigo,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_seguimiento
WHERE
    politica_codigo = $politica
    AND corte_fecha = $corte
    AND coalesce(entidad, 'sin dato') = $entidad
ORDER BY
    list_position(
        [
            'sin reporte', 'atrasado', 'sobre-ejecutado', 'sin dato',
            'a tiempo', 'sin iniciar', 'no vigente'
        ],
        situacion
    ),
    list_transform(string_split(producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
