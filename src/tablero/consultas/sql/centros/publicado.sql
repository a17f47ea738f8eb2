-- ¿Cuántas personas publica la fuente como atendidas, en todo el país?
-- nivel: publicado
SELECT
    cifra_codigo,
    descripcion,
    CAST(valor AS BIGINT) AS personas,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.cifras
WHERE cifra_codigo = 'cnim_personas_atendidas'
