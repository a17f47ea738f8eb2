-- ¿Qué hay en cada clúster: sus municipios, talleres, Centros Intégrate y transferencias?
-- nivel: publicado
WITH miembros AS (
    SELECT
        c.* REPLACE (concat_ws(' | ', c.ubicacion, p.ubicacion) AS ubicacion),
        p.orden,
    FROM tablero.vigente.clusteres AS c
    LEFT JOIN tablero.vigente.ipt_priorizados AS p USING (municipio_codigo)
),

del_filtro AS (
    SELECT DISTINCT cluster_numero FROM miembros
    WHERE
        ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio)
),

hechos AS (
    SELECT
        cluster_numero,
        'municipio' AS aspecto,
        municipio_codigo,
        municipio_nombre AS nombre,
        departamento_nombre,
        CAST(NULL AS VARCHAR) AS estado,
        CAST(orden AS DOUBLE) AS valor,
        'orden en el IPT' AS unidad,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM miembros

    UNION ALL

    SELECT
        coalesce(m.cluster_numero, t.cluster_asociado),
        'taller',
        t.municipio_codigo,
        t.lugar,
        t.departamento_nombre,
        CASE WHEN t.municipio_codigo IS NULL THEN 'subregión' END,
        NULL,
        NULL,
        t.corte_fecha,
        t.fuente_codigo,
        t.ubicacion,
    FROM tablero.vigente.eat_talleres AS t
    LEFT JOIN miembros AS m ON t.municipio_codigo = m.municipio_codigo

    UNION ALL

    SELECT
        m.cluster_numero,
        'centro',
        c.municipio_codigo,
        c.centro_nombre,
        c.departamento_nombre,
        c.etapa || CASE WHEN c.es_piloto THEN ', piloto' ELSE '' END,
        a.personas,
        'personas atendidas',
        coalesce(a.corte_fecha, c.corte_fecha),
        c.fuente_codigo,
        concat_ws(' | ', c.ubicacion, a.ubicacion),
    FROM tablero.vigente.centros_integrate AS c
    INNER JOIN miembros AS m ON c.municipio_codigo = m.municipio_codigo
    LEFT JOIN tablero.vigente.centros_atenciones AS a ON c.centro_codigo = a.centro_codigo

    UNION ALL

    SELECT
        m.cluster_numero,
        'transferencia',
        t.municipio_codigo,
        t.municipio_nombre,
        t.departamento_nombre,
        t.estado,
        t.valor_cop,
        'pesos',
        t.corte_fecha,
        t.fuente_codigo,
        t.ubicacion,
    FROM tablero.vigente.transferencias_psicosociales AS t
    INNER JOIN miembros AS m ON t.municipio_codigo = m.municipio_codigo
)

SELECT * FROM hechos
WHERE cluster_numero IN (SELECT cluster_numero FROM del_filtro)
ORDER BY
    cluster_numero,
    list_position(['municipio', 'taller', 'centro', 'transferencia'], aspecto),
    CASE WHEN aspecto = 'municipio' THEN valor END,
    nombre
