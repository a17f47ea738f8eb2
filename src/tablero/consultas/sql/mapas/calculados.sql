-- ¿Qué se calcula de cada municipio con lo que publican las fuentes, para pintarlo en el mapa?
-- nivel: calculado
WITH reportes AS (
    SELECT * FROM tablero.vigente.centros_atenciones
),

transferencias AS (
    SELECT * FROM tablero.vigente.transferencias_psicosociales
),

puntajes AS (
    SELECT p.*, f.corte_fecha
    FROM tablero.ipt_puntajes AS p
    INNER JOIN tablero.fuentes AS f USING (fuente_codigo)
    WHERE p.edicion = (SELECT max(edicion) FROM tablero.ipt_puntajes)
),

valores AS (
    SELECT
        'personas' AS variable,
        municipio_codigo,
        CAST(sum(personas) AS DOUBLE) AS valor,
        NULL AS texto,
        max(corte_fecha) AS corte_fecha,
        string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
        lugares(fuente_codigo, ubicacion) AS ubicacion,
    FROM reportes
    GROUP BY municipio_codigo

    UNION ALL

    SELECT
        'dinero',
        municipio_codigo,
        CAST(sum(valor_cop) AS DOUBLE),
        NULL,
        max(corte_fecha),
        string_agg(DISTINCT fuente_codigo, ' | '),
        lugares(fuente_codigo, ubicacion),
    FROM transferencias
    WHERE estado = 'girado'
    GROUP BY municipio_codigo

    UNION ALL

    SELECT
        'puntaje',
        municipio_codigo,
        puntaje,
        NULL,
        corte_fecha,
        fuente_codigo,
        'Calculado con la edición ' || edicion,
    FROM puntajes
    WHERE puntaje IS NOT NULL

    UNION ALL

    SELECT
        'categoria',
        municipio_codigo,
        list_position(['muy bajo', 'bajo', 'medio', 'alto', 'muy alto'], categoria_natural),
        categoria_natural,
        corte_fecha,
        fuente_codigo,
        'Calculado con la edición ' || edicion,
    FROM puntajes
    WHERE categoria_natural IS NOT NULL
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
ORDER BY v.valor DESC, m.municipio_codigo
