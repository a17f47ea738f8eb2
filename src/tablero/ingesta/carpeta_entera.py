"""Una carpeta cambia por otra de una vez: entera o nada, y se puede devolver."""

import shutil
from pathlib import Path


def cambiar(carpeta: Path, nueva: Path, apartada: Path) -> None:
    """`nueva`, ya completa, queda en el lugar de `carpeta`; lo que hubiera, en `apartada`.

    Las tres están en el mismo disco. Una interrupción no deja la carpeta a medias.
    """
    # La de un cambio interrumpido cuya carpeta nueva sí quedó: ya no hace falta.
    shutil.rmtree(apartada, ignore_errors=True)
    try:
        if carpeta.exists():
            apartada.parent.mkdir(parents=True, exist_ok=True)
            carpeta.rename(apartada)
        carpeta.parent.mkdir(parents=True, exist_ok=True)
        nueva.rename(carpeta)
    except BaseException:
        if apartada.exists() and not carpeta.exists():
            apartada.rename(carpeta)
        raise


def olvidar(apartada: Path) -> None:
    """Borra lo que quedó apartado, si algo quedó."""
    if apartada.is_dir():
        shutil.rmtree(apartada)
        _podar(apartada)


def devolver(carpeta: Path, apartada: Path) -> None:
    """Deja la carpeta como estaba antes de `cambiar`."""
    shutil.rmtree(carpeta, ignore_errors=True)
    if apartada.is_dir():
        apartada.rename(carpeta)
        _podar(apartada)
    _podar(carpeta)


def _podar(carpeta: Path) -> None:
    """Quita las dos carpetas que la contenían, si quedaron vacías."""
    for contenedora in list(carpeta.parents)[:2]:
        if contenedora.is_dir() and not any(contenedora.iterdir()):
            contenedora.rmdir()
