-- ¿A cuántos municipios priorizados nombra cada lista, a cuántos no y cuántos quedan a medias?
-- nivel: calculado
WITH priorizados AS (
    SELECT * FROM tablero.vigente.ipt_priorizados
    WHERE
        ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio)
),

-- Lo que una lista dice de un municipio; si dice dos cosas, vale el sí.
hechos AS (
    SELECT
        'Centro Intégrate' AS aspecto,
        municipio_codigo,
        CASE WHEN etapa = 'proyectado' THEN etapa ELSE 'sí' END AS estado,
    FROM tablero.vigente.centros_integrate

    UNION ALL

    SELECT
        'Transferencia psicosocial',
        municipio_codigo,
        CASE WHEN estado = 'girado' THEN 'sí' ELSE estado END,
    FROM tablero.vigente.transferencias_psicosociales

    UNION ALL

    SELECT
        'Taller nombrado',
        coalesce(t.municipio_codigo, p.municipio_codigo),
        CASE WHEN t.municipio_codigo IS NULL THEN 'subregión' ELSE 'sí' END,
    FROM tablero.vigente.eat_talleres AS t
    LEFT JOIN priorizados AS p
        ON t.municipio_codigo IS NULL AND t.cluster_asociado = p.cluster_numero
),

unicos AS (
    SELECT
        aspecto,
        municipio_codigo,
        CASE WHEN bool_or(estado = 'sí') THEN 'sí' ELSE any_value(estado) END AS estado,
    FROM hechos
    GROUP BY aspecto, municipio_codigo
),

aspectos AS (
    SELECT
        1 AS aspecto_orden,
        'Centro Intégrate' AS aspecto,
        max(fuente_codigo) AS fuente_codigo,
        max(corte_fecha) AS corte_fecha,
        'Acción 1, lista de centros' AS ubicacion,
    FROM tablero.vigente.centros_integrate

    UNION ALL

    SELECT
        2,
        'Transferencia psicosocial',
        max(fuente_codigo),
        max(corte_fecha),
        'Acción 3, lista de municipios',
    FROM tablero.vigente.transferencias_psicosociales

    UNION ALL

    SELECT
        3,
        'Taller nombrado',
        max(fuente_codigo),
        max(corte_fecha),
        'Sección 2.2.2, actividad 1',
    FROM tablero.vigente.eat_talleres
)

SELECT
    a.aspecto,
    coalesce(u.estado, 'no aparece') AS estado,
    count(*) AS municipios,
    string_agg(p.municipio_nombre, ', ' ORDER BY p.orden) AS municipios_texto,
    any_value(a.corte_fecha) AS corte_fecha,
    concat_ws(
        ' | ',
        any_value(p.fuente_codigo),
        nullif(any_value(a.fuente_codigo), any_value(p.fuente_codigo))
    ) AS fuente_codigo,
    any_value('Tabla 2 | ' || a.ubicacion) AS ubicacion,
FROM priorizados AS p
CROSS JOIN aspectos AS a
LEFT JOIN unicos AS u ON a.aspecto = u.aspecto AND p.municipio_codigo = u.municipio_codigo
GROUP BY a.aspecto_orden, a.aspecto, coalesce(u.estado, 'no aparece')
ORDER BY
    a.aspecto_orden,
    list_position(
        ['sí', 'proyectado', 'desistido', 'subregión', 'no aparece'],
        coalesce(u.estado, 'no aparece')
    )
