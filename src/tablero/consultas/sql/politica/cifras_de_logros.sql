-- ¿Qué cifras dan los logros, los aportes y los enfoques del informe?
-- nivel: publicado
SELECT
    tema,
    descripcion,
    valor,
    unidad,
    cita,
    cifra_codigo,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.cifras
WHERE
    regexp_matches(cifra_codigo, '^sdp_(logros|aportes|abordaje)_')
    AND corte_fecha = (SELECT max(corte_fecha) FROM tablero.politica_aportes)
ORDER BY tema, cifra_codigo
