-- ¿Coincide cada cifra publicada con lo que dan sus propias partes?
-- nivel: publicado y calculado
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
INNER JOIN tablero.vigente.fuentes AS v USING (fuente_codigo)
WHERE
    v.antes_de_fecha IS NULL
    AND ($documento IS NULL OR v.documento = $documento)
    AND ($estado IS NULL OR c.estado = $estado)
ORDER BY
    list_position(['difiere', 'no calculable', 'coincide'], c.estado),
    v.documento,
    c.conciliacion_codigo
