-- ¿Qué entidades forman el Comité, cuáles asistieron y qué UTA las nombran entre quienes reportaron?
-- Quienes reportaron están impresas con otro nombre («Educación»): los une el código de la entidad.
-- nivel: publicado
WITH reportes AS (
    SELECT
        corte_fecha,
        entidad_codigo,
        string_agg(DISTINCT uta_numero, ', ' ORDER BY uta_numero) AS utas,
        lugares(fuente_codigo, ubicacion) AS ubicacion,
    FROM tablero.vigente.comite_uta_reportes
    GROUP BY corte_fecha, entidad_codigo
)

SELECT
    e.orden,
    e.entidad,
    e.entidad_nombre,
    coalesce(e.asistencia, 'no publicado') AS asistencia,
    coalesce(r.utas, 'ninguna') AS utas_con_reporte,
    e.corte_fecha,
    e.fuente_codigo,
    concat_ws(' | ', e.ubicacion, r.ubicacion) AS ubicacion,
    e.cita,
FROM tablero.vigente.comite_entidades AS e
LEFT JOIN reportes AS r USING (corte_fecha, entidad_codigo)
ORDER BY e.orden
