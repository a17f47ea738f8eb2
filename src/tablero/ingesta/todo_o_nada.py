"""Un libro entra a las fuentes y al tablero, o no entra: si algo falla, todo queda como estaba."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from tablero.ingesta.cerrojo import cerrojo
from tablero.ingesta.construir import Informe, construir

CERROJO = ".importando"


class Importacion(Protocol):
    """Lo que acaba de entrar a las fuentes y todavía se puede devolver."""

    def confirmar(self) -> None:
        """Olvida lo que había."""

    def deshacer(self) -> None:
        """Deja las fuentes como estaban."""


Traida = TypeVar("Traida", bound=Importacion)


def traer_y_construir(
    fuentes: Path, base: Path, traer: Callable[[], Traida]
) -> tuple[Traida, Informe]:
    """Lo que `traer` agregó a las fuentes y el informe de construir el tablero con ello."""
    with cerrojo(fuentes.parent / CERROJO):
        importacion = traer()
        try:
            informe = construir(fuentes, base)
        except BaseException:
            # El tablero anterior sigue; las fuentes vuelven a ser las suyas.
            importacion.deshacer()
            raise
        importacion.confirmar()
    return importacion, informe
