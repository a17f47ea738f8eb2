-- ¿Cuánta población migrante de Venezuela había, dónde, y qué decían de ella los planes?
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
WHERE
    fuente_codigo IN (SELECT fuente_codigo FROM tablero.vigente.ipt_priorizados)
    AND tema IN (
        'Población migrante de Venezuela',
        'Concentración de la población migrante',
        'Planes de Desarrollo Territorial'
    )
ORDER BY
    list_position(
        ['Población migrante de Venezuela', 'Concentración de la población migrante'], tema
    ) NULLS LAST,
    valor DESC
