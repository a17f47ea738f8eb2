-- ¿Cuántos municipios del territorio priorizó el IPT y en cuántos clústeres están?
-- nivel: publicado
SELECT
    count(*) AS municipios,
    count(DISTINCT cluster_numero) AS clusteres,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    'Tablas 2 y 3 | Sección 2.2, hallazgos del IPT' AS ubicacion,
FROM tablero.vigente.ipt_priorizados
WHERE
    ($departamento IS NULL OR departamento_nombre = $departamento)
    AND ($municipio IS NULL OR municipio_codigo = $municipio)
HAVING count(*) > 0
