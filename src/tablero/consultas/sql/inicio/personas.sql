-- ¿Cuántas personas atendieron los Centros Intégrate del territorio en el último periodo?
-- nivel: calculado
SELECT
    CAST(sum(personas) AS BIGINT) AS personas,
    count(*) AS centros,
    -- Los que ya abrieron y no informan: en la suma faltan.
    (
        SELECT string_agg(c.centro_nombre, ' | ' ORDER BY c.centro_nombre)
        FROM tablero.vigente.centros_integrate AS c
        WHERE
            c.etapa <> 'proyectado'
            AND c.centro_codigo NOT IN (SELECT centro_codigo FROM tablero.vigente.centros_atenciones)
            AND ($departamento IS NULL OR c.departamento_nombre = $departamento)
            AND ($municipio IS NULL OR c.municipio_codigo = $municipio)
    ) AS sin_reporte_texto,
    min(desde_fecha) AS desde_fecha,
    max(hasta_fecha) AS hasta_fecha,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM tablero.vigente.centros_atenciones
WHERE
    ($departamento IS NULL OR departamento_nombre = $departamento)
    AND ($municipio IS NULL OR municipio_codigo = $municipio)
HAVING count(*) > 0
