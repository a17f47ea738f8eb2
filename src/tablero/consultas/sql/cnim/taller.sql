-- ¿Quiénes estuvieron en el taller de planeación? Lo dicho y, donde se puede, lo contado.
-- nivel: publicado y calculado
WITH nombradas AS (
    SELECT count(*) AS entidades,
    FROM tablero.vigente.enunciados
    WHERE lista_codigo = 'cnim_taller_entidades'
    HAVING count(*) > 0
)

SELECT
    cifra_codigo,
    descripcion,
    valor,
    CASE cifra_codigo
        WHEN 'cnim_taller_entidades' THEN CAST((SELECT entidades FROM nombradas) AS DOUBLE)
    END AS valor_calculado,
    CASE cifra_codigo
        WHEN 'cnim_taller_entidades' THEN 'entidades nombradas en la lista'
    END AS como_se_calcula,
    unidad,
    corte_fecha,
    fuente_codigo,
    ubicacion,
    cita,
FROM tablero.vigente.cifras
WHERE
    cifra_codigo IN (
        'cnim_taller_representantes', 'cnim_taller_entidades', 'cnim_taller_subcomisiones'
    )
ORDER BY valor DESC
