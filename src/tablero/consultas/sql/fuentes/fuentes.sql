-- ¿De qué fuentes salen las cifras y hasta cuándo llegan?
-- nivel: publicado
SELECT
    fuente_codigo,
    titulo,
    entidad,
    corte_fecha,
    corte_texto,
    archivo,
    licencia,
    nota,
FROM tablero.fuentes
ORDER BY corte_fecha DESC, fuente_codigo
