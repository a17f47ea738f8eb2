-- ¿Cuánto valen estas cifras sueltas en su último corte?
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
FROM tablero.cifras
WHERE list_contains($codigos, cifra_codigo)
QUALIFY corte_fecha = max(corte_fecha) OVER (PARTITION BY cifra_codigo)
ORDER BY list_position($codigos, cifra_codigo)
