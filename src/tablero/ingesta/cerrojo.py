"""Un cerrojo entre procesos.

Sin él, de dos importaciones a la vez podría quedar un tablero con uno solo de los dos libros.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tablero.errores import ErrorTablero

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OCUPADO = "Hay otra importación en marcha; espere a que termine y repita la orden."


@contextmanager
def cerrojo(archivo: Path) -> Iterator[None]:
    """Toma `archivo` mientras dure el bloque; `ErrorTablero` si otro proceso lo tiene.

    El sistema lo suelta aunque el proceso muera: el archivo queda, vacío, y no estorba.
    """
    with archivo.open("w") as tomado:
        try:
            if sys.platform == "win32":
                msvcrt.locking(tomado.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(tomado, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ErrorTablero(OCUPADO) from None
        yield
