-- ¿En qué políticas tiene productos una entidad, en el último corte de cada una?
-- Fuera de la tabla de entidades, la misma puede llevar en otra política otras tildes o mayúsculas.
-- nivel: calculado
WITH ultimos AS (
    SELECT
        *,
        trim(regexp_replace(lower(strip_accents(entidad)), '[^a-z0-9]+', ' ', 'g')) AS plano,
    FROM tablero.politica_seguimiento
    INNER JOIN (
        SELECT DISTINCT politica_codigo, corte_fecha FROM tablero.vigente.politica_cortes
    ) AS cortes USING (politica_codigo, corte_fecha)
)

SELECT
    politica_codigo,
    any_value(entidad) FILTER (WHERE plano = $entidad) AS entidad,
    count(*) FILTER (WHERE plano = $entidad) AS productos,
    count(*) FILTER (WHERE entidad IS NULL) AS politica_productos_sin_entidad,
    corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
FROM ultimos
GROUP BY politica_codigo, corte_fecha
HAVING count(*) FILTER (WHERE plano = $entidad) > 0
ORDER BY politica_codigo
