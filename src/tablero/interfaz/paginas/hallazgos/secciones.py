"""Las dos pestañas de la página de hallazgos."""

from collections.abc import Callable

from tablero.interfaz.filtros.politica import Vista
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.hallazgos import lista, porcentajes
from tablero.interfaz.piezas import pestanas

SECCIONES: dict[str, tuple[str, Callable[[Vista], None]]] = {
    "revisar": ("Qué hay que revisar", lista.dibujar),
    "contrastes": ("Reportado y recalculado", porcentajes.dibujar),
}
"""Código en la URL → título de la pestaña y lo que la llena."""


@decir_fallas
def dibujar(vista: Vista) -> None:
    """Las pestañas, y dentro de la abierta, su sección."""
    pestanas.dibujar(SECCIONES, vista)
