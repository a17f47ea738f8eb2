-- ¿En qué políticas tiene productos una entidad, en el último corte de cada una?
-- nivel: calculado
SELECT
    politica_codigo,
    any_value(entidad_nombre) AS entidad_nombre,
    count(*) AS productos,
    corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
FROM tablero.politica_seguimiento
INNER JOIN (
    SELECT DISTINCT politica_codigo, corte_fecha FROM tablero.vigente.politica_cortes
) AS ultimos USING (politica_codigo, corte_fecha)
WHERE strip_accents(lower(entidad_nombre)) = strip_accents(lower($entidad))
GROUP BY politica_codigo, corte_fecha
ORDER BY politica_codigo
