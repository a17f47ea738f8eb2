"""El tablero nuevo toma el lugar del anterior: de una vez, y solo del que había al comenzar."""

import shutil
import time
from contextlib import suppress
from pathlib import Path

from tablero.errores import ErrorTablero, TableroMasNuevo

INTENTOS = 20
SEGUNDOS_ENTRE_INTENTOS = 0.25
TALLER_DE_CONSTRUIR = ".construccion-"
"""Comienzo del nombre de la carpeta donde se construye, al lado del tablero."""

IdentidadDeArchivo = tuple[int, int, int] | None


def identidad(tablero: Path) -> IdentidadDeArchivo:
    """Lo que distingue a un archivo de cualquier otro que ocupe su lugar; `None` si no hay.

    No es una fecha: con el reloj atrasado, el más nuevo puede llevar la más vieja.
    """
    try:
        datos = tablero.stat()
    except FileNotFoundError:
        return None
    return datos.st_ino, datos.st_mtime_ns, datos.st_size


def reemplazar(nuevo: Path, destino: Path, antes: IdentidadDeArchivo) -> None:
    """`nuevo` ocupa el lugar de `destino`; `TableroMasNuevo` si ya no es el de `antes`.

    Con paciencia: en Windows falla mientras otro programa copia el archivo.
    """
    for intento in range(INTENTOS):
        if identidad(destino) != antes:
            raise TableroMasNuevo(
                f"Mientras se construía, otro dejó un tablero distinto en {destino}: este se hizo "
                "con lo que había antes y no lo reemplaza. Repita la orden."
            )
        try:
            nuevo.replace(destino)
        except PermissionError:
            if intento == INTENTOS - 1:
                raise ErrorTablero(
                    f"No se pudo reemplazar {destino.name}: otro programa lo tiene abierto. "
                    "Ciérrelo y construya de nuevo; el tablero anterior sigue intacto."
                ) from None
            time.sleep(SEGUNDOS_ENTRE_INTENTOS)
        else:
            return


def limpiar_restos(destino: Path) -> None:
    """Borra lo que dejaron construcciones interrumpidas; con el cerrojo, no hay otra en marcha."""
    for taller in destino.parent.glob(f"{TALLER_DE_CONSTRUIR}*"):
        shutil.rmtree(taller, ignore_errors=True)
    # Los de versiones anteriores, y el diario de un tablero que se abrió para escribir.
    for resto in (*destino.parent.glob(f"{destino.name}.*.tmp*"), _diario(destino)):
        with suppress(OSError):
            resto.unlink(missing_ok=True)


def _diario(tablero: Path) -> Path:
    return tablero.with_name(f"{tablero.name}.wal")
