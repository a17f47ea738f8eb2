-- ¿Qué es un producto y cómo va en un corte?
-- Con libro, lo recalculado, lo que el libro reporta (con la causa si difieren) y, aparte, lo que
-- publica el informe del mismo corte; sin libro, los porcentajes publicados.
-- nivel: publicado y calculado
WITH contrastes AS (
    SELECT
        max(estado) FILTER (WHERE medida = 'PAV') AS pav_contraste,
        max(causa) FILTER (WHERE medida = 'PAV') AS pav_causa,
        max(estado) FILTER (WHERE medida = 'PAHV') AS pahv_contraste,
        max(causa) FILTER (WHERE medida = 'PAHV') AS pahv_causa,
        max(estado) FILTER (WHERE medida = 'PAA') AS paa_contraste,
        max(causa) FILTER (WHERE medida = 'PAA') AS paa_causa,
    FROM tablero.seguimiento_contrastes
    WHERE politica_codigo = $politica AND corte_fecha = $corte AND producto_codigo = $codigo
)

SELECT
    s.producto_codigo,
    s.producto_nombre,
    s.indicador_nombre,
    s.objetivo_numero,
    o.objetivo_nombre,
    s.resultado_codigo,
    r.resultado_nombre,
    s.sector_nombre,
    s.entidad,
    s.entidad_nombre,
    s.vigencia,
    s.ponderacion_pct,
    s.anualizacion_tipo,
    s.periodicidad,
    s.linea_base,
    s.inicio_fecha,
    s.fin_fecha,
    s.meta_vigencia,
    s.meta_final,
    s.mp,
    s.ma,
    s.av,
    s.trimestre_efectivo,
    s.semaforo,
    s.semaforo_pav,
    s.situacion,
    s.reporte_pendiente,
    s.pav_pct,
    s.pahv_pct,
    s.paa_pct,
    s.trayectoria_pct,
    s.brecha_pp,
    s.avance_aporte_pp,
    s.trayectoria_aporte_pp,
    s.brecha_aporte_pp,
    s.fuera_causa,
    s.ilegibles,
    s.pav_reportado_pct,
    s.pahv_reportado_pct,
    s.paa_reportado_pct,
    contrastes.pav_contraste,
    contrastes.pav_causa,
    contrastes.pahv_contraste,
    contrastes.pahv_causa,
    contrastes.paa_contraste,
    contrastes.paa_causa,
    i.pav_pct AS pav_informe_pct,
    i.pahv_pct AS pahv_informe_pct,
    i.paa_pct AS paa_informe_pct,
    s.ritmo_actual_pp,
    s.ritmo_anio_pp,
    s.ritmo_final_pp,
    s.llegada_fecha,
    s.limite_fecha,
    s.ritmo_lectura,
    s.errores,
    s.advertencias,
    s.nivel,
    s.formula_version,
    s.corte_fecha,
    concat_ws(' | ', s.fuente_codigo, i.fuente_codigo) AS fuente_codigo,
    concat_ws(' | ', s.ubicacion, i.ubicacion) AS ubicacion,
FROM tablero.politica_seguimiento AS s
CROSS JOIN contrastes
LEFT JOIN tablero.politica_objetivos AS o
    ON
        o.politica_codigo = s.politica_codigo
        AND o.objetivo_numero = s.objetivo_numero
        AND o.corte_fecha = s.corte_fecha
        AND o.nivel = 'publicado'
LEFT JOIN tablero.politica_resultados AS r
    ON
        r.politica_codigo = s.politica_codigo
        AND r.resultado_codigo = s.resultado_codigo
        AND r.corte_fecha = s.corte_fecha
LEFT JOIN tablero.politica_avances AS i
    ON
        i.politica_codigo = s.politica_codigo
        AND i.producto_codigo = s.producto_codigo
        AND i.corte_fecha = s.corte_fecha
        AND i.nivel = 'publicado'
        AND i.fuente_codigo != s.fuente_codigo
WHERE
    s.politica_codigo = $politica
    AND s.corte_fecha = $corte
    AND s.producto_codigo = $codigo
