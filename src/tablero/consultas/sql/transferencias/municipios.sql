-- ¿Cuánto se asignó a cada municipio, se giró o desistió, y qué parte es de lo girado en el país?
-- nivel: publicado y calculado
-- El valor y el estado se publican; la parte se calcula. Quien desistió no suma en lo girado.
WITH lista AS (
    SELECT * FROM tablero.vigente.transferencias_psicosociales
)

SELECT
    t.municipio_codigo,
    t.municipio_nombre,
    t.departamento_codigo,
    t.departamento_nombre,
    t.valor_cop,
    t.estado,
    CASE WHEN t.estado = 'girado' THEN 100.0 * t.valor_cop ELSE 0 END
    / (SELECT sum(valor_cop) FROM lista WHERE estado = 'girado') AS participacion_pct,
    t.resolucion,
    m.longitud,
    m.latitud,
    t.corte_fecha,
    t.fuente_codigo,
    t.ubicacion,
    t.cita,
FROM lista AS t
INNER JOIN tablero.municipios AS m USING (municipio_codigo)
WHERE
    ($departamento IS NULL OR t.departamento_nombre = $departamento)
    AND ($municipio IS NULL OR t.municipio_codigo = $municipio)
ORDER BY t.valor_cop DESC, t.municipio_nombre
