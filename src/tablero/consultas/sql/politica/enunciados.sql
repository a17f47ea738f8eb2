-- ¿Qué dice el informe de la política en una de sus listas: enfoques, definiciones o notas?
-- nivel: publicado
SELECT
    orden,
    titulo,
    detalle,
    cita,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.enunciados
WHERE
    lista_codigo = $lista
    AND corte_fecha = (
        SELECT max(corte_fecha) FROM tablero.enunciados WHERE lista_codigo = $lista
    )
ORDER BY orden
