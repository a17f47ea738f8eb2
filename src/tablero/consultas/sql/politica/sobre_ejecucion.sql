-- ¿Qué productos llevan más de lo programado hasta hoy y cuánto cuentan en la suma?
-- nivel: publicado y calculado
SELECT
    politica_codigo,
    producto_codigo,
    producto_nombre,
    objetivo_numero,
    pahv_pct,
    pahv_pct / 100 AS veces_programado,
    paa_pct,
    CASE WHEN fuera_causa IS NULL THEN least(paa_pct, 100) END AS avance_contado_pct,
    ponderacion_pct,
    brecha_aporte_pp,
    fuera_causa,
    semaforo,
    anualizacion_tipo,
    sector_nombre,
    entidad,
    entidad_nombre,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_seguimiento
WHERE
    politica_codigo = $politica
    AND corte_fecha = $corte
    AND semaforo = 'sobre-ejecución'
ORDER BY
    pahv_pct DESC,
    list_transform(string_split(producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
