-- ¿Qué cambió cada versión del plan de una política frente a la anterior, y qué acto lo explica?
-- nivel: publicado
SELECT
    v.version_numero,
    c.version_codigo,
    c.version_anterior,
    c.cambio_numero,
    c.clase,
    c.indicador_codigo,
    c.indicador_nombre,
    c.dato,
    c.antes,
    c.despues,
    c.acto,
    c.politica_codigo,
    c.fuente_codigo,
    c.ubicacion,
FROM tablero.plan_cambios AS c
INNER JOIN tablero.plan_versiones AS v USING (politica_codigo, version_codigo)
WHERE c.politica_codigo = $politica
ORDER BY v.desde_fecha DESC, v.version_numero DESC, c.cambio_numero
