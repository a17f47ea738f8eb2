"""Lo que se hace con los datos de una respuesta, hecho una sola vez por archivo."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from tablero.consultas.base import Resultado
from tablero.interfaz.marco.conexion import por_archivo

T = TypeVar("T")


def guardado(resultado: Resultado, hacer: Callable[..., T], **opciones: Hashable) -> T:
    """Lo que `hacer` devuelve con esos datos y esas opciones; se guarda con su pregunta."""
    clave = (resultado.pregunta, resultado.parametros, hacer.__module__ + hacer.__name__)
    return _hacer(clave, tuple(sorted(opciones.items())), resultado, hacer)


@por_archivo
def _hacer(
    clave: Hashable,
    opciones: tuple[tuple[str, Hashable], ...],
    _resultado: Resultado,
    _funcion: Callable[..., T],
) -> T:
    return _funcion(_resultado.datos, **dict(opciones))
