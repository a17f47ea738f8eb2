-- ¿Qué publica una fuente de cada municipio, para pintarlo en el mapa?
-- nivel: publicado
WITH valores AS (
    SELECT
        'orden' AS variable,
        municipio_codigo,
        CAST(orden AS DOUBLE) AS valor,
        NULL AS texto,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM tablero.vigente.ipt_priorizados

    UNION ALL

    SELECT
        'priorizado',
        municipio_codigo,
        1,
        'Priorizado',
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM tablero.vigente.ipt_priorizados

    UNION ALL

    SELECT
        'cluster',
        municipio_codigo,
        cluster_numero,
        'Clúster ' || cluster_numero,
        corte_fecha,
        fuente_codigo,
        ubicacion,
    FROM tablero.vigente.clusteres

    UNION ALL

    SELECT
        'indicador_' || v.indicador_orden,
        v.municipio_codigo,
        v.valor,
        NULL,
        f.corte_fecha,
        v.fuente_codigo,
        'Edición ' || v.edicion,
    FROM tablero.ipt_valores AS v
    INNER JOIN tablero.fuentes AS f USING (fuente_codigo)
    WHERE v.edicion = (SELECT max(edicion) FROM tablero.ipt_valores)
        AND v.valor IS NOT NULL
)

SELECT
    m.municipio_codigo,
    m.municipio_nombre,
    m.departamento_nombre,
    m.longitud,
    m.latitud,
    v.valor,
    v.texto,
    v.corte_fecha,
    v.fuente_codigo,
    v.ubicacion,
FROM valores AS v
INNER JOIN tablero.municipios AS m USING (municipio_codigo)
WHERE
    v.variable = $variable
    AND ($departamento IS NULL OR m.departamento_nombre = $departamento)
ORDER BY v.valor, m.municipio_codigo
