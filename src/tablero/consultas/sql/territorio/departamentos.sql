-- ¿Qué departamentos hay?
-- nivel: publicado
SELECT
    departamento_codigo,
    departamento_nombre,
    count(*) AS municipios,
    any_value(fuente_codigo) AS fuente_codigo,
FROM tablero.municipios
GROUP BY departamento_codigo, departamento_nombre
ORDER BY departamento_nombre
