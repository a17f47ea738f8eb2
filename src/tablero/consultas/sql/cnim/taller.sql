-- ¿Quiénes estuvieron en el taller de planeación? Lo dicho y, donde se puede, lo contado.
-- nivel: publicado y calculado
WITH nombradas AS (
    SELECT count(*) AS entidades,
    FROM tablero.enunciados
    WHERE lista_codigo = 'cnim_taller_entidades'
    GROUP BY corte_fecha
    ORDER BY corte_fecha DESC
    LIMIT 1
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
FROM tablero.cifras
WHERE
    cifra_codigo IN (
        'cnim_taller_representantes', 'cnim_taller_entidades', 'cnim_taller_subcomisiones'
    )
QUALIFY corte_fecha = max(corte_fecha) OVER ()
ORDER BY valor DESC
