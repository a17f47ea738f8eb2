"""El ZIP de las fichas, hecho en un proceso propio: `python -m tablero.exportar.impresas.aparte`.

Son decenas de PDF: hechos donde se atiende, le quitarían el procesador y la memoria a los demás.
Quien lo pide lo mata con solo cerrarle la entrada, o al morir: nada queda trabajando.
"""

import os
import sys
import threading
from pathlib import Path

from tablero.consultas.base import Base, Preguntas
from tablero.errores import ErrorTablero
from tablero.exportar.impresas.ficha import las_de_priorizados
from tablero.exportar.impresas.lote import comprimir
from tablero.respuestas.ficha.pais import Pais

CORTESIA = 5
"""Cuánto le cede el procesador a los demás, en los sistemas que lo miden así."""
SE_DIJO, SE_CORTO = 4, 5
"""Códigos de salida: la falla va escrita en la salida de errores; se murió quien lo pidió."""


def hacer(base: Path, cartografia: Path, destino: Path) -> None:
    """Escribe en `destino` las fichas del tablero `base`, que es una copia que nadie cambia."""
    abierta = Base(base, es_copia=True)
    pais = Pais(Preguntas(abierta), abierta.es_simulado)
    aparte = destino.with_suffix(".tmp")
    aparte.write_bytes(comprimir(las_de_priorizados(pais, cartografia)))
    aparte.replace(destino)


def _vigilar() -> None:
    """Se va cuando quien lo pidió cierra su entrada o muere."""
    # Sin el búfer de `sys.stdin`: Python no puede terminar mientras otro hilo lo tiene tomado.
    while os.read(0, 1):
        pass
    os._exit(SE_CORTO)


def principal(base: str, cartografia: str, destino: str) -> int:
    """Lo hace sin estorbar; da el código de salida."""
    threading.Thread(target=_vigilar, daemon=True).start()
    if sys.platform != "win32":
        os.nice(CORTESIA)
    try:
        hacer(Path(base), Path(cartografia), Path(destino))
    except ErrorTablero as error:
        sys.stderr.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(error, file=sys.stderr)
        return SE_DIJO
    return 0


if __name__ == "__main__":
    sys.exit(principal(*sys.argv[1:]))
