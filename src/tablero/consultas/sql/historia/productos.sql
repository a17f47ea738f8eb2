-- ¿Qué se sabe de cada producto de la política en un corte, para compararlo con otro o suponer su próximo reporte?
-- nivel: publicado y calculado
SELECT
    politica_codigo,
    producto_codigo,
    producto_nombre,
    indicador_nombre,
    sector_nombre,
    entidad,
    entidad_nombre,
    vigencia,
    ponderacion_pct,
    anualizacion_tipo,
    periodicidad,
    linea_base,
    inicio_fecha,
    fin_fecha,
    meta_final,
    mp,
    pahv_pct,
    paa_pct,
    trayectoria_pct,
    fuera_causa,
    ilegibles,
    semaforo,
    nivel,
    formula_version,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_seguimiento
WHERE politica_codigo = $politica AND corte_fecha = $corte
ORDER BY list_transform(string_split(producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
