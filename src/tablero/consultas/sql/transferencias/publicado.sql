-- ¿Cuánto publica la fuente como asignado en todo el país?
-- nivel: publicado
SELECT
    cifra_codigo,
    descripcion,
    CAST(valor AS BIGINT) AS asignado_cop,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.cifras
WHERE cifra_codigo = 'cnim_transferencias_asignadas_cop'
