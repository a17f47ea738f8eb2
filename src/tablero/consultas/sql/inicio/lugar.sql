-- ¿Qué lugar tiene un municipio en el orden publicado del IPT, de cuántos y en qué clúster está?
-- nivel: publicado
-- Quien no está en la lista da una fila sin orden: no aparecer en ella no es que falte el dato.
-- El clúster de cada municipio sale de la lista de clústeres.
WITH sustento AS (
    SELECT fuente_codigo, ubicacion FROM tablero.vigente.ipt_priorizados
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM tablero.vigente.clusteres
)

SELECT
    max(orden) FILTER (WHERE municipio_codigo = $municipio) AS orden,
    max(cluster_numero) FILTER (WHERE municipio_codigo = $municipio) AS cluster_numero,
    count(*) AS priorizados_total,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    (SELECT lugares(fuente_codigo, ubicacion) FROM sustento) AS ubicacion,
FROM tablero.vigente.ipt_priorizados
HAVING count(*) > 0
