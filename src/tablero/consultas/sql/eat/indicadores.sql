-- ¿Con qué componentes e indicadores se arma el IPT?
-- nivel: publicado
SELECT
    orden,
    componente,
    indicador,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.vigente.ipt_indicadores
ORDER BY orden
