-- ¿Qué contó la entidad de cada producto la última vez que contó algo?
-- nivel: publicado
SELECT
    r.politica_codigo,
    r.indicador_codigo,
    r.anio,
    r.trimestre,
    r.avance_texto,
    r.enfoques_texto,
    r.corte_fecha,
    r.fuente_codigo,
FROM tablero.seguimiento_relatos AS r
WHERE r.avance_texto IS NOT NULL OR r.enfoques_texto IS NOT NULL
QUALIFY
    row_number() OVER (
        PARTITION BY r.politica_codigo, r.indicador_codigo
        ORDER BY r.anio DESC, r.trimestre DESC, r.corte_fecha DESC
    )
    = 1
ORDER BY r.politica_codigo, r.indicador_codigo
