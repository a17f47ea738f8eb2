-- ¿Qué encontró el IPT en todo el país?
-- nivel: publicado
SELECT
    any_value(valor) FILTER (WHERE cifra_codigo = 'eat_ipt_municipios_alta_necesidad')
        AS alta_municipios,
    any_value(cita) FILTER (WHERE cifra_codigo = 'eat_ipt_municipios_alta_necesidad') AS alta_cita,
    any_value(valor) FILTER (WHERE cifra_codigo = 'eat_ipt_media_o_mas_municipios')
        AS media_o_mas_municipios,
    any_value(valor) FILTER (WHERE cifra_codigo = 'eat_ipt_media_o_mas_pct') AS media_o_mas_pct,
    any_value(cita) FILTER (WHERE cifra_codigo = 'eat_ipt_media_o_mas_pct') AS media_o_mas_cita,
    any_value(valor) FILTER (WHERE cifra_codigo = 'eat_ipt_frontera_municipios')
        AS frontera_municipios,
    any_value(cita) FILTER (WHERE cifra_codigo = 'eat_ipt_frontera_municipios') AS frontera_cita,
    any_value(valor) FILTER (WHERE cifra_codigo = 'eat_ipt_bajo_pct') AS bajo_pct,
    any_value(cita) FILTER (WHERE cifra_codigo = 'eat_ipt_bajo_pct') AS bajo_cita,
    max(corte_fecha) AS corte_fecha,
    string_agg(DISTINCT fuente_codigo, ' | ') AS fuente_codigo,
    lugares(fuente_codigo, ubicacion) AS ubicacion,
FROM tablero.vigente.cifras
WHERE starts_with(cifra_codigo, 'eat_ipt_')
HAVING count(*) > 0
