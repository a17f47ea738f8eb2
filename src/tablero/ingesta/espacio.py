"""El disco que se llena mientras se escribe: se dice en español, y nada queda a medias."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa

from tablero.errores import SIN_LUGAR, SinEspacio

_DEL_SISTEMA = tuple(os.strerror(numero) for numero in SIN_LUGAR)


@contextmanager
def decir_si_no_cabe(carpeta: Path) -> Iterator[None]:
    """`SinEspacio` si lo que se escribe en `carpeta` no cabe."""
    try:
        yield
    except OSError as error:
        if error.errno not in SIN_LUGAR:
            raise
        raise _no_cabe(carpeta) from error
    except pa.ArrowException as error:
        if not habla_de_espacio(str(error)):
            raise
        raise _no_cabe(carpeta) from error


def habla_de_espacio(texto: str) -> bool:
    """Si un mensaje del sistema, dentro de otro, dice que no cabe."""
    return any(frase in texto for frase in _DEL_SISTEMA)


def _no_cabe(carpeta: Path) -> SinEspacio:
    return SinEspacio(
        f"No queda espacio en el disco de {carpeta}: no se cambió nada y el tablero anterior sigue "
        "intacto. Libere espacio y repita la orden."
    )
