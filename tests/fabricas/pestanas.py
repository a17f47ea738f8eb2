"""Las pestañas de cada página, por su código en la dirección (`?ver=`)."""

PESTANAS: dict[str, tuple[str, ...]] = {
    "brechas": ("resumen", "municipios", "mapa", "listas"),
    "centros_integrate": ("personas", "ciudades", "dias", "red", "fuentes"),
    "clusteres": ("mapa", "fichas", "fases", "talleres", "estrategia"),
    "mapas_ipt": ("mapa", "departamentos", "pais", "indice"),
    "transferencias": ("municipios", "mapa", "departamentos", "lista", "resoluciones"),
}
"""Página → sus pestañas, en el orden en que se ven. Las que no están no tienen."""


def direcciones(pagina: str) -> list[str]:
    """La dirección de cada pestaña de esa página; si no tiene, la de la página."""
    return [f"{pagina}?ver={codigo}" for codigo in PESTANAS.get(pagina, ())] or [pagina]
