-- ¿Qué indicadores tiene el IPT y en qué dirección se supone que cuenta cada uno?
-- nivel: publicado y calculado
SELECT
    i.orden,
    i.componente,
    i.indicador,
    s.direccion,
    s.apoyo,
    s.razon,
    i.corte_fecha,
    i.fuente_codigo,
    i.ubicacion,
FROM tablero.vigente.ipt_indicadores AS i
INNER JOIN tablero.ipt_supuestos AS s ON i.orden = s.indicador_orden
ORDER BY i.orden
