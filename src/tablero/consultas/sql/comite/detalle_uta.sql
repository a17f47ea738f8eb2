-- ¿Qué debía hacer esta UTA, qué reportó, quién reportó, qué destaca y qué barreras ve?
-- nivel: publicado y calculado
WITH utas AS (
    SELECT * FROM tablero.vigente.comite_utas
    WHERE uta_numero = $uta
),

hechos AS (
    SELECT
        1 AS clase_orden,
        'cumplimiento en el reporte' AS clase,
        1 AS orden,
        printf('%d de %d actividades reportadas', actividades_reportadas, actividades)
            AS descripcion,
        reporte_pct AS valor,
        100.0 * actividades_reportadas / nullif(actividades, 0) AS valor_calculado,
        '%' AS unidad,
        NULL AS nota,
        corte_fecha,
        fuente_codigo,
        ubicacion,
        cita,
    FROM utas
    UNION ALL BY NAME
    SELECT
        2 AS clase_orden,
        'actividades' AS clase,
        1 AS orden,
        'de una sola entidad' AS descripcion,
        actividades_entidades AS valor,
        'actividades' AS unidad,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM utas
    UNION ALL BY NAME
    SELECT
        2 AS clase_orden,
        'actividades' AS clase,
        2 AS orden,
        'intersectoriales' AS descripcion,
        actividades_intersectoriales AS valor,
        'actividades' AS unidad,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM utas
    UNION ALL BY NAME
    SELECT
        3 AS clase_orden,
        'entidad que reportó' AS clase,
        row_number() OVER (ORDER BY entidad_nombre) AS orden,
        entidad_nombre AS descripcion,
        corte_fecha,
        fuente_codigo,
        ubicacion,
        cita,
    FROM tablero.vigente.comite_uta_reportes
    WHERE uta_numero = $uta
    UNION ALL BY NAME
    SELECT
        4 AS clase_orden,
        'actividad destacada' AS clase,
        orden,
        descripcion,
        valor,
        unidad,
        nota,
        corte_fecha,
        fuente_codigo,
        ubicacion,
        cita,
    FROM tablero.vigente.comite_destacadas
    WHERE uta_numero = $uta
    UNION ALL BY NAME
    SELECT
        5 AS clase_orden,
        'barrera' AS clase,
        row_number() OVER (ORDER BY barrera) AS orden,
        barrera AS descripcion,
        corte_fecha,
        fuente_codigo,
        ubicacion,
        cita,
    FROM tablero.vigente.comite_barreras
    WHERE uta_numero = $uta
)

SELECT
    u.uta_numero,
    u.uta_nombre,
    h.clase,
    h.orden,
    h.descripcion,
    h.valor,
    h.valor_calculado,
    h.unidad,
    h.nota,
    h.corte_fecha,
    h.fuente_codigo,
    h.ubicacion,
    h.cita,
FROM hechos AS h
-- Por la fuente y no por el corte: un dato puede tener otro corte que su documento.
INNER JOIN utas AS u USING (fuente_codigo)
ORDER BY h.clase_orden, h.orden
