-- ¿Qué ediciones de valores del IPT se han cargado?
-- nivel: calculado
SELECT
    p.edicion,
    count(*) AS municipios,
    count(p.puntaje) AS municipios_con_puntaje,
    f.titulo AS documento,
    f.corte_fecha,
    p.fuente_codigo,
FROM tablero.ipt_puntajes AS p
INNER JOIN tablero.fuentes AS f USING (fuente_codigo)
GROUP BY p.edicion, f.titulo, f.corte_fecha, p.fuente_codigo
ORDER BY p.edicion DESC
