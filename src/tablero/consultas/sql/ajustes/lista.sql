-- ¿Qué ajustes se han aprobado en una política, del más reciente al más antiguo? Sin código, todos.
-- nivel: publicado
SELECT
    ajuste_numero,
    producto_codigo,
    que,
    anio,
    trimestre,
    de,
    a,
    ajuste_fecha,
    acto,
    nota,
    politica_codigo,
    fuente_codigo,
    ubicacion,
FROM tablero.politica_ajustes
WHERE politica_codigo = $politica AND ($codigo IS NULL OR producto_codigo = $codigo)
ORDER BY ajuste_fecha DESC, ajuste_numero
