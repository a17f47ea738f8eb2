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
        max(corte_fecha) AS corte_fecha,
    FROM tablero.vigente.centros_integrate

    UNION ALL

    SELECT
        2,
        'Transferencia psicosocial',
        max(corte_fecha),
    FROM tablero.vigente.transferencias_psicosociales

    UNION ALL

    SELECT
        3,
        'Taller nombrado',
        max(corte_fecha),
    FROM tablero.vigente.eat_talleres
),

filas AS (
    SELECT 'Centro Intégrate' AS aspecto, fuente_codigo, ubicacion
    FROM tablero.vigente.centros_integrate

    UNION ALL

    SELECT 'Transferencia psicosocial', fuente_codigo, ubicacion
    FROM tablero.vigente.transferencias_psicosociales

    UNION ALL

    SELECT 'Taller nombrado', fuente_codigo, ubicacion
    FROM tablero.vigente.eat_talleres

    UNION ALL

    SELECT a.aspecto, p.fuente_codigo, p.ubicacion
    FROM priorizados AS p
    CROSS JOIN aspectos AS a
),

-- Que un municipio no aparezca lo dice la lista entera.
sustento AS (
    SELECT
        aspecto,
        string_agg(DISTINCT fuente_codigo, ' | ' ORDER BY fuente_codigo) AS fuente_codigo,
        lugares(fuente_codigo, ubicacion) AS ubicacion,
    FROM filas
    GROUP BY aspecto
)

SELECT
    a.aspecto,
    coalesce(u.estado, 'no aparece') AS estado,
    count(*) AS municipios,
    string_agg(p.municipio_nombre, ', ' ORDER BY p.orden) AS municipios_texto,
    any_value(a.corte_fecha) AS corte_fecha,
    any_value(s.fuente_codigo) AS fuente_codigo,
    any_value(s.ubicacion) AS ubicacion,
FROM priorizados AS p
CROSS JOIN aspectos AS a
LEFT JOIN sustento AS s ON a.aspecto = s.aspecto
LEFT JOIN unicos AS u ON a.aspecto = u.aspecto AND p.municipio_codigo = u.municipio_codigo
GROUP BY a.aspecto_orden, a.aspecto, coalesce(u.estado, 'no aparece')
ORDER BY
    a.aspecto_orden,
    list_position(
        ['sí', 'proyectado', 'desistido', 'subregión', 'no aparece'],
        coalesce(u.estado, 'no aparece')
    )
