-- ¿Qué hay que revisar en el último libro de cada política?
-- nivel: calculado
SELECT
    h.politica_codigo,
    h.severidad,
    h.regla,
    h.producto_codigo,
    h.entidad,
    h.celda,
    h.mensaje,
    h.que_hacer,
    h.corte_fecha,
    h.fuente_codigo,
FROM tablero.seguimiento_hallazgos AS h
INNER JOIN (
    SELECT
        politica_codigo,
        max(corte_fecha) AS corte_fecha,
    FROM tablero.politica_seguimiento
    GROUP BY politica_codigo
) AS ultimo USING (politica_codigo, corte_fecha)
ORDER BY h.politica_codigo, h.hallazgo_numero
