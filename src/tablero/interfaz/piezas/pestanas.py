"""Las secciones de una página, en pestañas: se arma y viaja solo la que está abierta."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from tablero.interfaz import filtros
from tablero.interfaz.marco.fallas import decir_fallas

VER = "ver"
Vista = TypeVar("Vista")


@decir_fallas
def dibujar(secciones: Mapping[str, tuple[str, Callable[[Vista], None]]], vista: Vista) -> None:
    """Dibuja las pestañas y, dentro de la abierta, su sección.

    `secciones` dice, por código en la URL, el título de la pestaña y lo que la llena.
    """
    pestanas = filtros.pestanas(VER, {codigo: titulo for codigo, (titulo, _) in secciones.items()})
    for codigo, pestana in pestanas.items():
        if pestana.open:
            with pestana:
                secciones[codigo][1](vista)
