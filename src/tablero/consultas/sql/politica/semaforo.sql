-- ¿Cuántos productos hay en cada estado, según su avance hasta la vigencia (PAHV)?
-- nivel: calculado
SELECT
    semaforo,
    count(*) AS productos,
    100.0 * count(*) / sum(count(*)) OVER () AS productos_pct,
    any_value(corte_fecha) AS corte_fecha,
    any_value(fuente_codigo) AS fuente_codigo,
    'Anexo 1' AS ubicacion,
FROM tablero.politica_avances
WHERE
    nivel = 'publicado'
    AND corte_fecha = (SELECT max(corte_fecha) FROM tablero.politica_avances)
GROUP BY semaforo
ORDER BY
    list_position(
        ['bajo', 'medio', 'alto', 'sobre-ejecución', 'sin dato', 'sin iniciar', 'no vigente'],
        semaforo
    )
