"""Las dos pestañas de la página de hallazgos."""

from collections.abc import Callable

from tablero.interfaz import contrastes_seguimiento, hallazgos, secciones
from tablero.interfaz.fallas import decir_fallas
from tablero.interfaz.vista_politica import Vista

SECCIONES: dict[str, tuple[str, Callable[[Vista], None]]] = {
    "revisar": ("Qué hay que revisar", hallazgos.dibujar),
    "contrastes": ("Reportado y recalculado", contrastes_seguimiento.dibujar),
}
"""Código en la URL → título de la pestaña y lo que la llena."""


@decir_fallas
def dibujar(vista: Vista) -> None:
    """Las pestañas, y dentro de la abierta, su sección."""
    secciones.dibujar(SECCIONES, vista)
