"""Las secciones de una página, en pestañas: se arma y viaja solo la que está abierta."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from tablero.interfaz import filtros
from tablero.interfaz.marco.fallas import decir_fallas

VER = "ver"
Vista = TypeVar("Vista")


@decir_fallas
def dibujar(
    secciones: Mapping[str, tuple[str, Callable[[Vista], None]]],
    vista: Vista,
    *,
    suyos: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Dibuja las pestañas y, dentro de la abierta, su sección.

    `secciones` dice, por código en la URL, el título de la pestaña y lo que la llena; `suyos`, por
    código, los parámetros que solo dicen algo en ella: una dirección que trae uno la abre aunque no
    la pida, y así los enlaces de antes llegan a donde llegaban.
    """
    titulos = {codigo: titulo for codigo, (titulo, _) in secciones.items()}
    for codigo, pestana in filtros.pestanas(VER, titulos, suyos).items():
        if pestana.open:
            with pestana:
                secciones[codigo][1](vista)
