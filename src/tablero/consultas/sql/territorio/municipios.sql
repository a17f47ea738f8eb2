-- ¿Qué municipios se pueden elegir? Con departamento, todos los suyos; sin él, los que tienen dato.
-- nivel: publicado
WITH con_dato AS (
    SELECT municipio_codigo FROM tablero.vigente.ipt_priorizados
    UNION
    SELECT municipio_codigo FROM tablero.vigente.centros_integrate
    UNION
    SELECT municipio_codigo FROM tablero.vigente.transferencias_psicosociales
    UNION
    SELECT municipio_codigo FROM tablero.vigente.eat_talleres WHERE municipio_codigo IS NOT NULL
)

SELECT
    m.municipio_codigo,
    m.municipio_nombre,
    m.departamento_codigo,
    m.departamento_nombre,
    m.fuente_codigo,
FROM tablero.municipios AS m
WHERE
    CASE
        WHEN $departamento IS NULL THEN m.municipio_codigo IN (SELECT municipio_codigo FROM con_dato)
        ELSE m.departamento_nombre = $departamento
    END
ORDER BY m.municipio_nombre, m.departamento_nombre
