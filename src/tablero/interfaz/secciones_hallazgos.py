"""Las dos pestañas de la página de hallazgos: se arma y viaja solo la que está abierta."""

from collections.abc import Callable

from tablero.interfaz import contrastes_seguimiento, filtros, hallazgos
from tablero.interfaz.vista_politica import Vista

VER = "ver"
SECCIONES: dict[str, tuple[str, Callable[[Vista], None]]] = {
    "revisar": ("Qué hay que revisar", hallazgos.dibujar),
    "contrastes": ("Reportado y recalculado", contrastes_seguimiento.dibujar),
}
"""Código en la URL → título de la pestaña y lo que la llena."""


def dibujar(vista: Vista) -> None:
    """Las pestañas, y dentro de la abierta, su sección."""
    pestanas = filtros.pestanas(VER, {codigo: titulo for codigo, (titulo, _) in SECCIONES.items()})
    for codigo, pestana in pestanas.items():
        if pestana.open:
            with pestana:
                SECCIONES[codigo][1](vista)
