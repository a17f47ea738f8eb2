"""Qué cifras de la ficha del proyecto Integra se muestran, y en qué orden."""

RESULTADOS = (
    "integra_instrumentos",
    "integra_centros",
    "integra_centros_ciudades",
    "integra_osc",
    "integra_medios",
)
CONTEXTO = ("integra_migrantes", "integra_retornados")
