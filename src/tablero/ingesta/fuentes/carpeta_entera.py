"""Una carpeta cambia por otra de una vez: entera o nada, y se puede devolver.

Lo que otra reemplaza no se borra: queda numerado entre los reemplazados.
"""

import shutil
from pathlib import Path

from tablero import rutas
from tablero.ingesta.fuentes.documentos import sha256


def cambiar(carpeta: Path, nueva: Path, apartada: Path) -> None:
    """`nueva`, ya completa, queda en el lugar de `carpeta`; lo que hubiera, en `apartada`.

    Las tres están en el mismo disco. Una interrupción no deja la carpeta a medias.
    """
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


def guardar(carpeta: Path, apartada: Path, fuentes: Path) -> Path | None:
    """Pasa lo apartado a los reemplazados; dónde quedó, o `None` si no traía nada distinto."""
    if not apartada.is_dir():
        return None
    destino = None
    if _trae_algo_distinto(apartada, carpeta):
        lugar = reemplazados_de(fuentes) / carpeta.relative_to(fuentes)
        lugar.mkdir(parents=True, exist_ok=True)
        # Por número y no por fecha: el reloj puede haberse atrasado.
        usados = [int(c.name) for c in lugar.iterdir() if c.name.isdecimal()]
        destino = lugar / str(max(usados, default=0) + 1)
        apartada.rename(destino)
    else:
        shutil.rmtree(apartada)
    podar(apartada)
    return destino


def devolver(carpeta: Path, apartada: Path) -> None:
    """Deja la carpeta como estaba antes de `cambiar`."""
    shutil.rmtree(carpeta, ignore_errors=True)
    if apartada.is_dir():
        apartada.rename(carpeta)
        podar(apartada)
    podar(carpeta)


def reemplazados_de(fuentes: Path) -> Path:
    """Donde quedan los libros que otros reemplazaron en esas fuentes."""
    return fuentes.parent / rutas.REEMPLAZADOS.name


def podar(carpeta: Path) -> None:
    """Quita las dos carpetas que la contenían, si quedaron vacías."""
    for contenedora in list(carpeta.parents)[:2]:
        if contenedora.is_dir() and not any(contenedora.iterdir()):
            contenedora.rmdir()


def _trae_algo_distinto(apartada: Path, carpeta: Path) -> bool:
    """Si algún archivo suyo no está, igual, en la carpeta que quedó."""
    quedaron = {sha256(r) for r in carpeta.rglob("*") if r.is_file()}
    return any(r.is_file() and sha256(r) not in quedaron for r in apartada.rglob("*"))
