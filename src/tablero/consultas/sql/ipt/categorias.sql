-- ¿Dónde se corta el puntaje del IPT en cinco categorías, con un método?
-- nivel: calculado
SELECT
    categoria,
    desde_puntaje,
    hasta_puntaje,
    municipios,
    metodo,
    edicion,
    formula_version,
    fuente_codigo,
    ubicacion,
FROM tablero.ipt_categorias
WHERE edicion = $edicion AND metodo = $metodo
ORDER BY list_position(['muy alto', 'alto', 'medio', 'bajo', 'muy bajo'], categoria)
