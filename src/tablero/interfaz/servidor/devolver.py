"""La memoria que ya nadie usa vuelve al sistema, y no se queda en el proceso.

En Linux cada hilo guarda para sí lo que libera, y un servidor tiene decenas de hilos: la memoria
crece con el uso aunque nada la ocupe. Con pocas reservas, y devolviendo lo libre cada tanto, no.
"""

import asyncio
import ctypes
import sys
from contextlib import suppress

import pyarrow as pa

RESERVAS = 2
DE_UNA_PIEZA = 128 * 1024
"""Octetos desde los que un bloque se pide y se devuelve entero al sistema."""
CADA_SEGUNDOS = 15.0
M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD = -8, -3, -1


def acotar() -> None:
    """Pocas reservas para todos los hilos; donde no hay glibc, nada cambia."""
    pa.set_memory_pool(pa.system_memory_pool())
    if (libc := _glibc()) is not None:
        libc.mallopt(M_ARENA_MAX, RESERVAS)
        libc.mallopt(M_MMAP_THRESHOLD, DE_UNA_PIEZA)
        libc.mallopt(M_TRIM_THRESHOLD, DE_UNA_PIEZA)


async def cada_tanto() -> None:
    """Devuelve lo libre, hasta que la cancelen."""
    if (libc := _glibc()) is None:
        return
    while True:
        await asyncio.sleep(CADA_SEGUNDOS)
        # En otro hilo: recorrer las reservas no detiene a quien se atiende.
        await asyncio.to_thread(libc.malloc_trim, 0)


def _glibc() -> ctypes.CDLL | None:
    if not sys.platform.startswith("linux"):
        return None
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL("libc.so.6")
        if hasattr(libc, "gnu_get_libc_version"):
            return libc
    return None
