-- ¿Qué porcentaje reproduce la distribución publicada del semáforo: el PAHV, el PAV o el PAA?
-- Los conteos se calculan con los productos del corte. Los porcentajes van sobre todos (`_pct`) y,
-- aparte, sobre los que tienen porcentaje (`_con_dato_pct`).
-- nivel: publicado y calculado
WITH avances AS (
    SELECT * FROM tablero.politica_seguimiento
    WHERE politica_codigo = $politica AND corte_fecha = $corte
),

publicado AS (
    SELECT
        semaforo,
        productos_pct,
        fuente_codigo,
        ubicacion,
        cita,
    FROM tablero.politica_semaforos
    WHERE politica_codigo = $politica AND corte_fecha = $corte
),

estados AS (
    SELECT semaforo FROM publicado
    UNION
    SELECT unnest([semaforo, semaforo_pav, semaforo_paa]) FROM avances
),

bases AS (
    SELECT
        count(*) AS todos,
        count(pahv_pct) AS con_pahv,
        count(pav_pct) AS con_pav,
        count(paa_pct) AS con_paa,
        any_value(corte_fecha) AS corte_fecha,
    FROM avances
),

filas AS (
    SELECT estados.semaforo, avances.fuente_codigo, avances.ubicacion
    FROM estados
    CROSS JOIN avances

    UNION ALL

    SELECT semaforo, fuente_codigo, ubicacion FROM publicado
),

sustento AS (
    SELECT
        semaforo,
        string_agg(DISTINCT fuente_codigo, ' | ' ORDER BY fuente_codigo) AS fuente_codigo,
        lugares(fuente_codigo, ubicacion) AS ubicacion,
    FROM filas
    GROUP BY semaforo
),

contados AS (
    SELECT
        estados.semaforo,
        estados.semaforo NOT IN ('sin dato', 'sin iniciar', 'no vigente') AS es_color,
        (SELECT count(*) FROM avances AS a WHERE a.semaforo = estados.semaforo) AS pahv,
        (SELECT count(*) FROM avances AS a WHERE a.semaforo_pav = estados.semaforo) AS pav,
        (SELECT count(*) FROM avances AS a WHERE a.semaforo_paa = estados.semaforo) AS paa,
    FROM estados
)

SELECT
    c.semaforo,
    p.productos_pct AS publicado_productos_pct,
    c.pahv AS pahv_productos,
    100.0 * c.pahv / b.todos AS pahv_productos_pct,
    c.pav AS pav_productos,
    100.0 * c.pav / b.todos AS pav_productos_pct,
    c.paa AS paa_productos,
    100.0 * c.paa / b.todos AS paa_productos_pct,
    CASE WHEN c.es_color THEN 100.0 * c.pahv / nullif(b.con_pahv, 0) END
        AS pahv_productos_con_dato_pct,
    CASE WHEN c.es_color THEN 100.0 * c.pav / nullif(b.con_pav, 0) END
        AS pav_productos_con_dato_pct,
    CASE WHEN c.es_color THEN 100.0 * c.paa / nullif(b.con_paa, 0) END
        AS paa_productos_con_dato_pct,
    b.corte_fecha,
    s.fuente_codigo,
    s.ubicacion,
    p.cita,
FROM contados AS c
CROSS JOIN bases AS b
LEFT JOIN publicado AS p USING (semaforo)
LEFT JOIN sustento AS s USING (semaforo)
ORDER BY
    list_position(
        ['bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente'],
        c.semaforo
    )
