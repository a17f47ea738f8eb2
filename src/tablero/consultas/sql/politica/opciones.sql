-- ¿Por qué objetivos, estados, tipos y sectores se pueden filtrar los productos, y cuántos hay?
-- nivel: publicado y calculado
WITH ultimos AS (
    SELECT
        p.objetivo_numero,
        p.anualizacion_tipo,
        p.sector_nombre,
        a.semaforo,
        p.fuente_codigo,
        p.corte_fecha,
        list_position(
            ['bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente'],
            a.semaforo
        ) AS semaforo_orden,
    FROM tablero.politica_productos AS p
    INNER JOIN tablero.politica_avances AS a USING (politica_codigo, producto_codigo, corte_fecha)
    WHERE
        a.nivel = 'publicado'
        AND p.corte_fecha = (SELECT max(corte_fecha) FROM tablero.politica_productos)
),

opciones AS (
    SELECT
        'objetivo' AS filtro,
        CAST(objetivo_numero AS VARCHAR) AS opcion,
        objetivo_numero AS orden,
        fuente_codigo,
        corte_fecha,
    FROM ultimos
    UNION ALL
    SELECT 'estado', semaforo, semaforo_orden, fuente_codigo, corte_fecha FROM ultimos
    UNION ALL
    SELECT 'tipo', anualizacion_tipo, 0, fuente_codigo, corte_fecha FROM ultimos
    UNION ALL
    SELECT
        'sector',
        coalesce(sector_nombre, 'sin dato'),
        CASE WHEN sector_nombre IS NULL THEN 1 ELSE 0 END,
        fuente_codigo,
        corte_fecha,
    FROM ultimos
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
