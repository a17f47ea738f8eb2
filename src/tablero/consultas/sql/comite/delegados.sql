-- ¿Cuántos delegados de la población migrante hay en los comités de derechos humanos?
-- nivel: publicado
SELECT
    instancia,
    delegados,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.comite_delegaciones
ORDER BY delegados, instancia
