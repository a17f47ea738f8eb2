-- ¿Cuántas personas atendieron los Centros Intégrate del territorio en el último periodo?
-- nivel: calculado
SELECT
    CAST(sum(personas) AS BIGINT) AS personas,
    count(*) AS centros,
    min(desde_fecha) AS desde_fecha,
    max(hasta_fecha) AS hasta_fecha,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    'Acción 1, suma de los centros que reportan' AS ubicacion,
FROM tablero.vigente.centros_atenciones
WHERE
    ($departamento IS NULL OR departamento_nombre = $departamento)
    AND ($municipio IS NULL OR municipio_codigo = $municipio)
HAVING count(*) > 0
