-- ¿Cuántos centros hay en el territorio, en qué etapa y cuáles no informan personas atendidas?
-- nivel: calculado
WITH lista AS (
    SELECT
        centros.*,
        ($departamento IS NULL OR departamento_nombre = $departamento)
        AND ($municipio IS NULL OR municipio_codigo = $municipio) AS es_del_territorio,
        EXISTS (
            SELECT 1 FROM tablero.vigente.centros_atenciones AS reporte
            WHERE reporte.centro_codigo = centros.centro_codigo
        ) AS tiene_reporte,
    FROM tablero.vigente.centros_integrate AS centros
),

sustento AS (
    SELECT fuente_codigo, ubicacion FROM lista
    UNION ALL
    SELECT fuente_codigo, ubicacion FROM tablero.vigente.centros_atenciones
)

SELECT
    count(*) FILTER (WHERE es_del_territorio) AS centros,
    count(*) FILTER (WHERE es_del_territorio AND etapa = 'inicial') AS iniciales,
    count(*) FILTER (WHERE es_del_territorio AND etapa = 'nuevo') AS nuevos,
    count(*) FILTER (WHERE es_del_territorio AND etapa = 'proyectado') AS proyectados,
    count(*) FILTER (WHERE es_del_territorio AND tiene_reporte) AS centros_con_reporte,
    count(*) FILTER (WHERE es_del_territorio AND NOT tiene_reporte AND etapa <> 'proyectado')
        AS abiertos_sin_reporte,
    string_agg(centro_nombre, ' | ' ORDER BY centro_nombre)
    FILTER (WHERE es_del_territorio AND NOT tiene_reporte AND etapa <> 'proyectado')
        AS abiertos_sin_reporte_texto,
    string_agg(centro_nombre, ' | ' ORDER BY centro_nombre)
    FILTER (WHERE es_del_territorio AND etapa = 'proyectado') AS proyectados_texto,
    count(*) AS centros_pais,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    (SELECT lugares(fuente_codigo, ubicacion) FROM sustento) AS ubicacion,
FROM lista
HAVING count(*) > 0
