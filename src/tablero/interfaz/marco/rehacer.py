"""El archivo de una edición, hecho otra vez: lo sabe hacer quien abrió el tablero.

La interfaz no construye nada: `tablero abrir` le presta con qué. Donde nadie se lo prestó
(`streamlit run`), se pide a quien administra el tablero.
"""

from collections.abc import Callable
from threading import Lock

from tablero import rutas
from tablero.errores import ErrorTablero
from tablero.registro.ediciones import Edicion
from tablero.registro.lugares import Lugares

PEDIRLA = "Se puede hacer otra vez con sus libros: pídala a quien administra el tablero."


class Rehacer:
    """Con qué se hace otra vez: nada, mientras nadie lo preste."""

    def __init__(self) -> None:
        self.como: Callable[[Edicion], str] | None = None
        self._uno_a_la_vez = Lock()
        self._sabido: dict[tuple[str, int], tuple[int, str]] = {}
        """Tablero y edición → la fecha de su archivo, y lo que se dijo de él."""

    @property
    def se_puede(self) -> bool:
        """Si alguien prestó con qué."""
        return self.como is not None

    def edicion(self, edicion: Edicion) -> str:
        """Deja a la mano su archivo y dice lo que conviene saber; vacío si dice lo mismo.

        El que ya está a la mano, y dice lo mismo, no se hace otra vez. `ErrorTablero` si no se
        puede.
        """
        if self.como is None:
            raise ErrorTablero(PEDIRLA)
        archivo = Lugares.de(rutas.BASE).archivo(edicion.numero)
        cual = str(rutas.BASE), edicion.numero
        with self._uno_a_la_vez:
            fecha, dicho = self._sabido.get(cual, (0, ""))
            if not archivo.is_file() or archivo.stat().st_mtime_ns != fecha:
                dicho = self.como(edicion)
                self._sabido[cual] = archivo.stat().st_mtime_ns, dicho
            return dicho


REHACER = Rehacer()
