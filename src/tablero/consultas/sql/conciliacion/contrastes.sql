-- ¿Coincide cada cifra publicada con lo que dan sus propias partes?
-- nivel: publicado y calculado
WITH vigentes AS (
    -- El último corte de cada documento: `sdp_2024-12-31` es del documento `sdp`.
    SELECT
        regexp_extract(fuente_codigo, '^(.*)_[^_]*$', 1) AS documento,
        arg_max(fuente_codigo, corte_fecha) AS fuente_codigo,
    FROM tablero.fuentes
    GROUP BY documento
)

SELECT
    v.documento,
    c.conciliacion_codigo,
    c.descripcion,
    c.valor_publicado,
    c.valor_calculado,
    c.diferencia,
    c.unidad,
    c.estado,
    c.explicacion,
    c.corte_fecha,
    c.fuente_codigo,
    c.ubicacion,
    c.cita,
FROM tablero.conciliaciones AS c
INNER JOIN vigentes AS v USING (fuente_codigo)
WHERE
    ($documento IS NULL OR v.documento = $documento)
    AND ($estado IS NULL OR c.estado = $estado)
ORDER BY
    list_position(['difiere', 'no calculable', 'coincide'], c.estado),
    v.documento,
    c.conciliacion_codigo
