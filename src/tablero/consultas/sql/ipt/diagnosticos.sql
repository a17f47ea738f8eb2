-- ¿Qué tan buen índice permiten los valores cargados?
-- nivel: calculado
SELECT
    diagnostico,
    valor,
    estado,
    explicacion,
    edicion,
    formula_version,
    fuente_codigo,
    ubicacion,
FROM tablero.ipt_diagnosticos
WHERE edicion = $edicion
ORDER BY revision_numero
