-- ¿Qué reportó esta UTA, qué destaca, qué barreras ve y qué entidades reportaron?
-- nivel: publicado
WITH hechos AS (
    SELECT
        'entidad que reportó' AS clase,
        1 AS clase_orden,
        row_number() OVER (ORDER BY entidad_nombre) AS orden,
        entidad_nombre AS descripcion,
        NULL AS valor,
        NULL AS unidad,
        NULL AS nota,
        uta_numero,
        corte_fecha,
        fuente_codigo,
        ubicacion,
        cita,
    FROM tablero.comite_uta_reportes
    WHERE uta_numero = $uta
    UNION ALL BY NAME
    SELECT
        'actividad destacada' AS clase,
        2 AS clase_orden,
        orden,
        descripcion,
        valor,
        unidad,
        nota,
        uta_numero,
        corte_fecha,
        fuente_codigo,
        ubicacion,
        cita,
    FROM tablero.comite_destacadas
    WHERE uta_numero = $uta
    UNION ALL BY NAME
    SELECT
        'barrera' AS clase,
        3 AS clase_orden,
        row_number() OVER (ORDER BY barrera) AS orden,
        barrera AS descripcion,
        uta_numero,
        corte_fecha,
        fuente_codigo,
        ubicacion,
        cita,
    FROM tablero.comite_barreras
    WHERE uta_numero = $uta
)

SELECT
    h.uta_numero,
    u.uta_nombre,
    h.clase,
    h.orden,
    h.descripcion,
    h.valor,
    h.unidad,
    h.nota,
    h.corte_fecha,
    h.fuente_codigo,
    h.ubicacion,
    h.cita,
FROM hechos AS h
INNER JOIN tablero.comite_utas AS u USING (uta_numero, corte_fecha)
WHERE h.corte_fecha = (SELECT max(corte_fecha) FROM tablero.comite_utas)
ORDER BY h.clase_orden, h.orden
