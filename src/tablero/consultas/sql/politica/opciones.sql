-- ¿Por qué objetivos, estados, tipos, sectores y entidades se pueden filtrar los productos?
-- nivel: publicado y calculado
WITH del_corte AS (
    SELECT
        objetivo_numero,
        anualizacion_tipo,
        sector_nombre,
        entidad,
        semaforo,
        fuera_causa,
        fuente_codigo,
        corte_fecha,
        list_position(
            ['bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente'],
            semaforo
        ) AS semaforo_orden,
    FROM tablero.politica_seguimiento
    WHERE politica_codigo = $politica AND corte_fecha = $corte
),

opciones AS (
    SELECT
        'objetivo' AS filtro,
        CAST(objetivo_numero AS VARCHAR) AS opcion,
        objetivo_numero AS orden,
        fuente_codigo,
        corte_fecha,
    FROM del_corte
    UNION ALL
    SELECT 'estado', semaforo, semaforo_orden, fuente_codigo, corte_fecha FROM del_corte
    UNION ALL
    -- No es un color: por si se pregunta cuáles faltan en las sumas.
    SELECT 'estado', 'fuera de la suma', 100, fuente_codigo, corte_fecha FROM del_corte
    WHERE fuera_causa IS NOT NULL
    UNION ALL
    SELECT
        'tipo',
        coalesce(anualizacion_tipo, 'sin dato'),
        CASE WHEN anualizacion_tipo IS NULL THEN 1 ELSE 0 END,
        fuente_codigo,
        corte_fecha,
    FROM del_corte
    UNION ALL
    SELECT
        'sector',
        coalesce(sector_nombre, 'sin dato'),
        CASE WHEN sector_nombre IS NULL THEN 1 ELSE 0 END,
        fuente_codigo,
        corte_fecha,
    FROM del_corte
    UNION ALL
    SELECT
        'entidad',
        coalesce(entidad, 'sin dato'),
        CASE WHEN entidad IS NULL THEN 1 ELSE 0 END,
        fuente_codigo,
        corte_fecha,
    FROM del_corte
)

SELECT
    filtro,
    opcion,
    count(*) AS productos,
    any_value(corte_fecha) AS corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
FROM opciones
GROUP BY filtro, opcion, orden
ORDER BY filtro, orden, opcion
