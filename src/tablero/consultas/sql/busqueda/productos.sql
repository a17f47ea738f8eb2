-- ¿Qué productos hay en el último corte de cada política, y cómo va cada uno?
-- nivel: publicado y calculado
SELECT
    s.politica_codigo,
    coalesce(informe.politica_nombre, libro.politica_nombre) AS politica_nombre,
    s.producto_codigo,
    s.producto_nombre,
    s.indicador_nombre,
    s.objetivo_numero,
    s.sector_nombre,
    s.entidad,
    s.entidad_nombre,
    s.pahv_pct,
    s.semaforo,
    s.corte_fecha,
    s.fuente_codigo,
FROM tablero.vigente.politica_seguimiento AS s
LEFT JOIN tablero.vigente.politicas AS informe USING (politica_codigo)
LEFT JOIN tablero.vigente.seguimiento_libros AS libro USING (politica_codigo)
ORDER BY
    s.politica_codigo,
    list_transform(string_split(s.producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
