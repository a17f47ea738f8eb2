-- ¿Qué hay que revisar en el último libro de cada política?
-- nivel: calculado
SELECT
    politica_codigo,
    severidad,
    regla,
    producto_codigo,
    entidad,
    celda,
    mensaje,
    que_hacer,
    corte_fecha,
    fuente_codigo,
FROM tablero.vigente.seguimiento_hallazgos
ORDER BY politica_codigo, hallazgo_numero
