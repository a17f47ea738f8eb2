-- ¿Cuánto vale cada indicador del IPT en cada municipio, ya en la misma escala?
-- nivel: calculado
SELECT
    municipio_codigo,
    indicador_orden,
    valor_normalizado,
    fuente_codigo,
FROM tablero.ipt_aportes
WHERE edicion = $edicion
ORDER BY municipio_codigo, indicador_orden
