-- ¿Cuántos productos hay en cada estado, según su avance hasta la vigencia (PAHV)?
-- nivel: calculado
SELECT
    semaforo,
    count(*) AS productos,
    100.0 * count(*) / sum(count(*)) OVER () AS productos_pct,
    any_value(corte_fecha) AS corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM tablero.politica_seguimiento
WHERE politica_codigo = $politica AND corte_fecha = $corte
GROUP BY semaforo
ORDER BY
    list_position(
        ['bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente'],
        semaforo
    )
