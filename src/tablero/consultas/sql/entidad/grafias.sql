-- ¿Con qué otras grafías se nombra a cada entidad?
-- nivel: publicado
SELECT
    grafia,
    entidad_codigo,
    fuente_codigo,
    ubicacion,
FROM tablero.entidades_grafias
ORDER BY grafia
