"""Un archivo que un proceso tiene tomado: el sistema lo suelta aunque muera de repente."""

import sys
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


def tomar(archivo: IO[bytes]) -> bool:
    """Toma un archivo abierto hasta que se cierre; falso si lo tiene otro.

    En Windows toma solo el octeto donde está, que nadie más puede leer.
    """
    try:
        if sys.platform == "win32":
            msvcrt.locking(archivo.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(archivo, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
