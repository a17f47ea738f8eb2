"""Un libro entra a las fuentes y al tablero, o no entra: si algo falla, todo queda como estaba."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Protocol, TypeVar

from tablero import registro
from tablero.ingesta.construir import Aceptado, Informe, construir
from tablero.ingesta.espacio import decir_si_no_cabe
from tablero.ingesta.fuentes.cerrojo import en_exclusiva
from tablero.ingesta.fuentes.pendiente import terminar_lo_pendiente


class _ConCodigo(Protocol):
    @property
    def fuente_codigo(self) -> str: ...


class Importacion(Protocol):
    """Lo que acaba de entrar a las fuentes y todavía se puede devolver."""

    @property
    def documento(self) -> _ConCodigo:
        """La carpeta donde quedó, con su `fuente_codigo`."""

    @property
    def huella(self) -> str:
        """La del archivo que entró."""

    def confirmar(self) -> Path | None:
        """Guarda lo que había; dónde quedó, si había algo."""

    def deshacer(self) -> None:
        """Deja las fuentes como estaban."""


Traida = TypeVar("Traida", bound=Importacion)


def traer_y_construir(
    fuentes: Path,
    base: Path,
    traer: Callable[[], Traida],
    *,
    archivo: Path,
    aceptados: Collection[str] = (),
) -> tuple[Traida, Informe, Path | None]:
    """Lo que `traer` agregó, el informe de construir con ello y dónde quedó lo reemplazado.

    `archivo` es el que se importa; `aceptados`, las fuentes que pueden haber cambiado.
    """
    orden = f"importar {archivo.name}"
    with en_exclusiva(orden, fuentes.parent, base.parent), decir_si_no_cabe(fuentes.parent):
        terminar_lo_pendiente(fuentes)
        importacion = traer()
        codigo = importacion.documento.fuente_codigo
        # Lo que esta orden cambia ya se pidió; lo que alguien cambió a mano, no.
        aceptado = Aceptado((*aceptados, codigo), "agregue a la misma orden")
        try:
            informe = construir(fuentes, base, aceptado=aceptado, desde=orden)
        except BaseException:
            # El tablero anterior sigue; las fuentes vuelven a ser las suyas.
            importacion.deshacer()
            raise
        donde = importacion.confirmar()
    registro.anotar("importar", codigo, sha256=importacion.huella, desde=archivo.name)
    return importacion, informe, donde
