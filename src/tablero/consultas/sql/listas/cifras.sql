-- ¿Cuánto valen estas cifras sueltas hoy?
-- nivel: publicado
SELECT
    cifra_codigo,
    tema,
    descripcion,
    valor,
    unidad,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.cifras
WHERE list_contains($codigos, cifra_codigo)
ORDER BY list_position($codigos, cifra_codigo)
