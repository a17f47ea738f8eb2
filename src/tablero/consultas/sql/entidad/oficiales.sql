-- ¿Qué entidades hay en la tabla, con qué nombre oficial y qué sigla?
-- nivel: publicado
SELECT
    entidad_codigo,
    entidad_nombre,
    sigla,
    fuente_codigo,
    ubicacion,
FROM tablero.entidades
ORDER BY entidad_codigo
