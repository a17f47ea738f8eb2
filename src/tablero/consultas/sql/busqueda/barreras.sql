-- ¿Qué barreras identificó y qué actividades destaca cada UTA?
-- nivel: publicado
SELECT
    uta_numero,
    'barrera' AS clase,
    barrera AS descripcion,
    CAST(NULL AS BIGINT) AS valor,
    CAST(NULL AS VARCHAR) AS unidad,
    CAST(NULL AS VARCHAR) AS nota,
    corte_fecha,
    fuente_codigo,
FROM tablero.vigente.comite_barreras

UNION ALL

SELECT
    uta_numero,
    'actividad destacada',
    descripcion,
    valor,
    unidad,
    nota,
    corte_fecha,
    fuente_codigo,
FROM tablero.vigente.comite_destacadas
ORDER BY uta_numero, clase, descripcion
