-- ¿Qué política es: cómo se llama, quién la adoptó, hasta cuándo va y qué busca?
-- nivel: publicado
SELECT
    politica_nombre,
    decreto,
    decreto_fecha,
    vigencia_desde_anio,
    vigencia_hasta_anio,
    objetivo,
    cita,
    corte_fecha,
    fuente_codigo,
    ubicacion,
FROM tablero.vigente.politicas
WHERE politica_codigo = $politica
