"""El disco que se llena mientras se escribe: se dice en español, y nada queda a medias."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from tablero.errores import SIN_LUGAR, ErrorTablero, SinEspacio

_DEL_SISTEMA = tuple(os.strerror(numero) for numero in SIN_LUGAR)


@contextmanager
def decir_si_no_cabe(carpeta: Path) -> Iterator[None]:
    """`SinEspacio` si lo que se escribe en `carpeta` no cabe; `ErrorTablero` si DuckDB no puede.

    DuckDB no dice el número del error del sistema, solo sus palabras en inglés.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in SIN_LUGAR:
            raise
        raise _no_cabe(carpeta) from error
    except pa.ArrowException as error:
        if not _es_de_espacio(str(error)):
            raise
        raise _no_cabe(carpeta) from error
    except duckdb.Error as error:
        if _es_de_espacio(str(error)):
            raise _no_cabe(carpeta) from error
        raise ErrorTablero(
            f"No se pudo escribir el tablero en {carpeta}; el anterior queda como estaba. DuckDB "
            f"dice: {str(error).splitlines()[0]}"
        ) from error


def _es_de_espacio(texto: str) -> bool:
    return any(frase in texto for frase in (*_DEL_SISTEMA, os.strerror(errno.ENOSPC)))


def _no_cabe(carpeta: Path) -> SinEspacio:
    return SinEspacio(
        f"No queda espacio en el disco de {carpeta}: no se cambió nada y el tablero anterior sigue "
        "intacto. Libere espacio y repita la orden."
    )
