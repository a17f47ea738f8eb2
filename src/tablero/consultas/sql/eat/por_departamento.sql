-- ¿Cuántos de los municipios priorizados tiene cada departamento?
-- nivel: calculado
SELECT
    departamento_codigo,
    departamento_nombre,
    count(*) AS municipios,
    string_agg(municipio_nombre, ', ' ORDER BY orden) AS municipios_texto,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM tablero.vigente.ipt_priorizados
GROUP BY departamento_codigo, departamento_nombre
ORDER BY municipios DESC, departamento_nombre
