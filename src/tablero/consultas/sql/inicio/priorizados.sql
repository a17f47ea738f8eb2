-- ¿Cuántos municipios del territorio priorizó el IPT y en cuántos clústeres están?
-- nivel: publicado
-- Donde no hay ninguno son cero, y no «sin dato»: la lista se publica entera.
-- El clúster de cada municipio sale de la lista de clústeres.
WITH sustento AS (
    SELECT fuente_codigo, ubicacion FROM tablero.vigente.ipt_priorizados
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM tablero.vigente.clusteres
)

SELECT
    count(*) FILTER (
        ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio)
    ) AS municipios,
    count(DISTINCT cluster_numero) FILTER (
        ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio)
    ) AS clusteres,
    count(*) AS priorizados_total,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    (SELECT lugares(fuente_codigo, ubicacion) FROM sustento) AS ubicacion,
FROM tablero.vigente.ipt_priorizados
HAVING count(*) > 0
