-- ¿Qué dicen las fuentes de un municipio: su orden, su clúster, su centro, su dinero, su taller?
-- nivel: publicado
WITH priorizados AS (
    SELECT
        *,
        count(*) OVER () AS total,
    FROM tablero.ipt_priorizados
    WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.ipt_priorizados)
),

clusteres AS (
    SELECT * FROM tablero.clusteres
    WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.clusteres)
),

hechos AS (
    SELECT
        1 AS aspecto_orden,
        'Orden en el IPT' AS aspecto,
        CAST(orden AS DOUBLE) AS valor,
        'de ' || total AS unidad,
        NULL AS texto,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM priorizados
    WHERE municipio_codigo = $municipio

    UNION ALL

    SELECT
        2,
        'Clúster',
        CAST(propio.cluster_numero AS DOUBLE),
        NULL,
        coalesce(
            'con ' || string_agg(
                companero.municipio_nombre, ', ' ORDER BY companero.municipio_nombre
            ),
            'sin otro municipio'
        ),
        any_value(propio.corte_fecha),
        any_value(propio.fuente_codigo),
        any_value(propio.ubicacion),
    FROM clusteres AS propio
    LEFT JOIN clusteres AS companero
        ON
            propio.cluster_numero = companero.cluster_numero
            AND propio.municipio_codigo <> companero.municipio_codigo
    WHERE propio.municipio_codigo = $municipio
    GROUP BY propio.cluster_numero

    UNION ALL

    SELECT
        3,
        'Centro Intégrate',
        NULL,
        NULL,
        centro_nombre || ' (' || etapa
        || CASE WHEN es_piloto THEN ', piloto' ELSE '' END || ')',
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM tablero.centros_integrate
    WHERE
        municipio_codigo = $municipio
        AND corte_fecha = (SELECT max(corte_fecha) FROM tablero.centros_integrate)

    UNION ALL

    SELECT
        4,
        'Personas atendidas',
        CAST(a.personas AS DOUBLE),
        CASE WHEN a.personas IS NULL THEN NULL ELSE 'personas' END,
        coalesce(
            c.centro_nombre || ', del ' || strftime(a.desde_fecha, '%d/%m/%Y') || ' al '
            || strftime(a.hasta_fecha, '%d/%m/%Y'),
            c.centro_nombre || ': sin dato, la fuente no reporta su atención'
        ),
        coalesce(a.corte_fecha, c.corte_fecha),
        c.fuente_codigo,
        coalesce(a.ubicacion, c.ubicacion),
    FROM tablero.centros_integrate AS c
    LEFT JOIN tablero.centros_atenciones AS a
        ON
            c.centro_codigo = a.centro_codigo
            AND a.hasta_fecha = (SELECT max(hasta_fecha) FROM tablero.centros_atenciones)
    WHERE
        c.municipio_codigo = $municipio
        AND c.corte_fecha = (SELECT max(corte_fecha) FROM tablero.centros_integrate)

    UNION ALL

    SELECT
        5,
        'Transferencia psicosocial',
        CAST(valor_cop AS DOUBLE),
        'pesos',
        estado || ' (Resolución ' || resolucion || ')',
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM tablero.transferencias_psicosociales
    WHERE
        municipio_codigo = $municipio
        AND corte_fecha = (SELECT max(corte_fecha) FROM tablero.transferencias_psicosociales)

    UNION ALL

    SELECT
        6,
        'Taller de la segunda fase',
        NULL,
        NULL,
        CASE
            WHEN t.municipio_codigo IS NULL
                THEN t.lugar || ' (subregión; se muestra con el clúster ' || t.cluster_asociado || ')'
            ELSE t.lugar
        END,
        t.corte_fecha,
        t.fuente_codigo,
        t.ubicacion,
    FROM tablero.eat_talleres AS t
    LEFT JOIN clusteres AS c
        ON t.cluster_asociado = c.cluster_numero AND c.municipio_codigo = $municipio
    WHERE
        (t.municipio_codigo = $municipio OR c.municipio_codigo IS NOT NULL)
        AND t.corte_fecha = (SELECT max(corte_fecha) FROM tablero.eat_talleres)
),

-- Lo que ninguna lista publicada dice del municipio se muestra como tal, con la lista mirada.
aspectos AS (
    SELECT
        1 AS aspecto_orden,
        'Orden en el IPT' AS aspecto,
        'no está entre los ' || count(*) || ' priorizados' AS vacio,
        max(corte_fecha) AS corte_fecha,
        any_value(fuente_codigo) AS fuente_codigo,
        any_value(ubicacion) AS ubicacion,
    FROM priorizados

    UNION ALL

    SELECT
        2,
        'Clúster',
        'en ninguno de los ' || count(DISTINCT cluster_numero),
        max(corte_fecha),
        any_value(fuente_codigo),
        any_value(ubicacion),
    FROM clusteres

    UNION ALL

    SELECT
        3,
        'Centro Intégrate',
        'la fuente no nombra un centro aquí',
        max(corte_fecha),
        max_by(fuente_codigo, corte_fecha),
        max_by(ubicacion, corte_fecha),
    FROM tablero.centros_integrate

    UNION ALL

    SELECT
        5,
        'Transferencia psicosocial',
        'no está entre los ' || count(*) || ' municipios de la lista',
        max(corte_fecha),
        any_value(fuente_codigo),
        any_value(ubicacion),
    FROM tablero.transferencias_psicosociales
    WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.transferencias_psicosociales)

    UNION ALL

    SELECT
        6,
        'Taller de la segunda fase',
        'no está entre los ' || count(*) || ' lugares que nombra la fuente',
        max(corte_fecha),
        any_value(fuente_codigo),
        any_value(ubicacion),
    FROM tablero.eat_talleres
    WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.eat_talleres)
)

SELECT
    m.municipio_codigo,
    m.municipio_nombre,
    m.departamento_nombre,
    coalesce(h.aspecto_orden, a.aspecto_orden) AS aspecto_orden,
    coalesce(h.aspecto, a.aspecto) AS aspecto,
    h.valor,
    h.unidad,
    CASE WHEN h.aspecto IS NULL THEN 'sin dato: ' || a.vacio ELSE h.texto END AS texto,
    coalesce(h.corte_fecha, a.corte_fecha) AS corte_fecha,
    coalesce(h.fuente_codigo, a.fuente_codigo) AS fuente_codigo,
    coalesce(h.ubicacion, a.ubicacion) AS ubicacion,
FROM tablero.municipios AS m
CROSS JOIN aspectos AS a
FULL OUTER JOIN hechos AS h USING (aspecto_orden)
WHERE m.municipio_codigo = $municipio
ORDER BY aspecto_orden, texto
