-- ¿Qué cifras dicen los documentos en su prosa?
-- nivel: publicado
SELECT
    cifra_codigo,
    tema,
    descripcion,
    valor,
    unidad,
    departamento_nombre,
    corte_fecha,
    fuente_codigo,
    cita,
FROM tablero.vigente.cifras
ORDER BY cifra_codigo
