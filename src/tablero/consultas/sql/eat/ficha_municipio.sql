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

centros AS (
    SELECT * FROM tablero.centros_integrate
    WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.centros_integrate)
),

atenciones AS (
    SELECT * FROM tablero.centros_atenciones
    WHERE hasta_fecha = (SELECT max(hasta_fecha) FROM tablero.centros_atenciones)
),

transferencias AS (
    SELECT * FROM tablero.transferencias_psicosociales
    WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.transferencias_psicosociales)
),

talleres AS (
    SELECT * FROM tablero.eat_talleres
    WHERE corte_fecha = (SELECT max(corte_fecha) FROM tablero.eat_talleres)
),

hechos AS (
    SELECT
        'orden' AS aspecto,
        CAST(NULL AS VARCHAR) AS nombre,
        CAST(NULL AS VARCHAR) AS estado,
        CAST(orden AS DOUBLE) AS valor,
        'de ' || total AS unidad,
        CAST(NULL AS DATE) AS desde_fecha,
        CAST(NULL AS DATE) AS hasta_fecha,
        CAST(NULL AS DATE) AS apertura_fecha,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM priorizados
    WHERE municipio_codigo = $municipio

    UNION ALL

    SELECT
        'clúster',
        string_agg(otro.municipio_nombre, ', ' ORDER BY otro.municipio_nombre),
        NULL,
        propio.cluster_numero,
        'clúster',
        NULL,
        NULL,
        NULL,
        any_value(propio.corte_fecha),
        any_value(propio.fuente_codigo),
        any_value(propio.ubicacion),
    FROM clusteres AS propio
    LEFT JOIN clusteres AS otro
        ON
            propio.cluster_numero = otro.cluster_numero
            AND propio.municipio_codigo <> otro.municipio_codigo
    WHERE propio.municipio_codigo = $municipio
    GROUP BY propio.cluster_numero

    UNION ALL

    SELECT
        'centro',
        c.centro_nombre,
        c.etapa || CASE WHEN c.es_piloto THEN ', piloto' ELSE '' END,
        a.personas,
        'personas atendidas',
        a.desde_fecha,
        a.hasta_fecha,
        c.apertura_fecha,
        coalesce(a.corte_fecha, c.corte_fecha),
        c.fuente_codigo,
        concat_ws(' | ', c.ubicacion, a.ubicacion),
    FROM centros AS c
    LEFT JOIN atenciones AS a ON c.centro_codigo = a.centro_codigo
    WHERE c.municipio_codigo = $municipio

    UNION ALL

    SELECT
        'transferencia',
        'Resolución ' || resolucion,
        estado,
        valor_cop,
        'pesos',
        NULL,
        NULL,
        NULL,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM transferencias
    WHERE municipio_codigo = $municipio

    UNION ALL

    SELECT
        'taller',
        t.lugar,
        CASE WHEN t.municipio_codigo IS NULL THEN 'subregión' END,
        NULL,
        NULL,
        NULL,
        NULL,
        NULL,
        t.corte_fecha,
        t.fuente_codigo,
        t.ubicacion,
    FROM talleres AS t
    LEFT JOIN clusteres AS c
        ON t.cluster_asociado = c.cluster_numero AND c.municipio_codigo = $municipio
    WHERE t.municipio_codigo = $municipio OR c.municipio_codigo IS NOT NULL
),

-- Lo que una lista publicada no dice del municipio se muestra como tal, con la lista mirada.
aspectos AS (
    SELECT
        1 AS aspecto_orden,
        'orden' AS aspecto,
        'no está entre los ' || count(*) || ' municipios priorizados' AS nota,
        max(corte_fecha) AS corte_fecha,
        any_value(fuente_codigo) AS fuente_codigo,
        any_value(ubicacion) AS ubicacion,
    FROM priorizados

    UNION ALL

    SELECT
        2,
        'clúster',
        'no está en ninguno de los ' || count(DISTINCT cluster_numero) || ' clústeres',
        max(corte_fecha),
        any_value(fuente_codigo),
        any_value(ubicacion),
    FROM clusteres

    UNION ALL

    SELECT
        3,
        'centro',
        'ninguno de los ' || count(*) || ' centros de la lista está aquí',
        max(corte_fecha),
        any_value(fuente_codigo),
        any_value(ubicacion),
    FROM centros

    UNION ALL

    SELECT
        4,
        'transferencia',
        'no está entre los ' || count(*) || ' municipios de la lista',
        max(corte_fecha),
        any_value(fuente_codigo),
        any_value(ubicacion),
    FROM transferencias

    UNION ALL

    SELECT
        5,
        'taller',
        'no está entre los ' || count(*) || ' lugares que nombra la fuente',
        max(corte_fecha),
        any_value(fuente_codigo),
        any_value(ubicacion),
    FROM talleres
)

SELECT
    m.municipio_codigo,
    m.municipio_nombre,
    m.departamento_nombre,
    a.aspecto,
    h.nombre,
    h.estado,
    h.valor,
    h.unidad,
    h.desde_fecha,
    h.hasta_fecha,
    h.apertura_fecha,
    CASE WHEN h.aspecto IS NULL THEN 'sin dato: ' || a.nota END AS nota,
    coalesce(h.corte_fecha, a.corte_fecha) AS corte_fecha,
    coalesce(h.fuente_codigo, a.fuente_codigo) AS fuente_codigo,
    coalesce(h.ubicacion, a.ubicacion) AS ubicacion,
FROM tablero.municipios AS m
CROSS JOIN aspectos AS a
LEFT JOIN hechos AS h ON a.aspecto = h.aspecto
WHERE m.municipio_codigo = $municipio
ORDER BY a.aspecto_orden, h.nombre
