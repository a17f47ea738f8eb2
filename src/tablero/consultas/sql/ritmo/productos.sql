-- ¿Qué productos no alcanzan su meta final al ritmo que llevan? Primero los más urgentes.
-- Los ritmos, en puntos de la meta final por mes. Urgencia: plazo vencido, sin avance, y los que no
-- alcanzan por la fecha en que su meta quedó fuera de alcance (sin fecha: nunca estuvo a ese ritmo);
-- luego, los que sí, por la fecha en que quedaría. Los no vigentes no entran.
-- nivel: calculado
SELECT
    politica_codigo,
    producto_codigo,
    producto_nombre,
    entidad,
    entidad_nombre,
    ponderacion_pct,
    anualizacion_tipo,
    paa_pct,
    trayectoria_pct,
    ritmo_actual_pp,
    ritmo_anio_pp,
    ritmo_final_pp,
    fin_fecha,
    llegada_fecha,
    limite_fecha,
    ritmo_lectura,
    semaforo,
    formula_version,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_seguimiento
WHERE politica_codigo = $politica AND corte_fecha = $corte AND semaforo != 'no vigente'
ORDER BY
    list_position(
        [
            'vencida', 'sin avance', 'no alcanza', 'alcanza', 'cumplida', 'sin dato', 'no aplica'
        ],
        ritmo_lectura
    ),
    limite_fecha NULLS FIRST,
    ponderacion_pct DESC NULLS LAST,
    list_transform(string_split(producto_codigo, '.'), lambda parte: CAST(parte AS BIGINT))
