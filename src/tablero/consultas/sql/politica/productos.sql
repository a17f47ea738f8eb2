-- ¿Cómo va cada producto de la política en un corte, y por qué no suma el que queda fuera?
-- nivel: publicado y calculado
SELECT
    politica_codigo,
    producto_codigo,
    producto_nombre,
    indicador_nombre,
    objetivo_numero,
    ponderacion_pct,
    anualizacion_tipo,
    pav_pct,
    pahv_pct,
    paa_pct,
    trayectoria_pct,
    brecha_pp,
    brecha_aporte_pp,
    fuera_causa,
    ilegibles,
    semaforo,
    semaforo_pav,
    situacion,
    reporte_pendiente,
    sector_nombre,
    entidad,
    entidad_nombre,
    nivel,
    formula_version,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_seguimiento
WHERE
    politica_codigo = $politica
    AND corte_fecha = $corte
    AND ($objetivo IS NULL OR objetivo_numero = CAST($objetivo AS BIGINT))
    AND (
        $estado IS NULL
        OR semaforo = $estado
        OR ($estado = 'fuera de la suma' AND fuera_causa IS NOT NULL)
    )
    AND ($tipo IS NULL OR coalesce(anualizacion_tipo, 'sin dato') = $tipo)
    AND ($sector IS NULL OR coalesce(sector_nombre, 'sin dato') = $sector)
    AND ($entidad IS NULL OR coalesce(entidad, 'sin dato') = $entidad)
ORDER BY list_transform(string_split(producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
