-- ¿Qué hay que revisar en el plan que vale en un corte, primero lo más grave?
-- nivel: publicado y calculado
SELECT
    h.hallazgo_numero,
    h.severidad,
    h.regla,
    h.indicador_codigo,
    h.celda,
    h.mensaje,
    h.que_hacer,
    h.version_codigo,
    h.politica_codigo,
    n.corte_fecha,
    h.fuente_codigo,
    h.ubicacion,
FROM tablero.plan_vigencias AS n
INNER JOIN tablero.plan_hallazgos AS h USING (politica_codigo, version_codigo)
WHERE n.politica_codigo = $politica AND n.corte_fecha = $corte
ORDER BY h.hallazgo_numero
