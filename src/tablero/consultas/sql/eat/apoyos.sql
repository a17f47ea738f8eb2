-- ¿Con quién se articula la EAT y quién la financia?
-- nivel: publicado
SELECT
    lista_codigo,
    orden,
    titulo,
    detalle,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.enunciados
WHERE
    lista_codigo IN ('eat_aliados', 'eat_financiadores')
    AND corte_fecha = (
        SELECT max(corte_fecha) FROM tablero.enunciados WHERE lista_codigo = 'eat_aliados'
    )
ORDER BY lista_codigo, orden
