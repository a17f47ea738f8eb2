-- ¿Cuánto resume cada eje (componente principal) de los indicadores del IPT?
-- nivel: calculado
SELECT
    eje_numero,
    autovalor,
    varianza_pct,
    varianza_acumulada_pct,
    es_retenido,
    edicion,
    formula_version,
    fuente_codigo,
    ubicacion,
FROM tablero.ipt_ejes
WHERE edicion = $edicion
ORDER BY eje_numero
