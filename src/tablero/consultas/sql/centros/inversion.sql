-- ¿Cuánto se ha invertido en los Centros Intégrate y qué cubre?
-- nivel: publicado
SELECT
    cifra_codigo,
    descripcion,
    valor AS inversion_cop,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.cifras
WHERE cifra_codigo = 'cnim_centros_inversion_cop'
