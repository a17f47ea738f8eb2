-- ¿Qué tablas tiene el tablero y cuántas filas hay en cada una?
-- nivel: publicado y calculado
SELECT
    table_name AS tabla_nombre,
    comment AS descripcion,
    estimated_size AS filas,
    (
        SELECT string_agg(fuente_codigo, ' | ' ORDER BY fuente_codigo) FROM tablero.fuentes
    ) AS fuente_codigo,
FROM duckdb_tables()
WHERE database_name = 'tablero'
ORDER BY table_name
