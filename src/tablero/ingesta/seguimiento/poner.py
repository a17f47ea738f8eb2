"""Pone los libros de un corte en su carpeta, y puede dejarla como estaba."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tablero.ingesta.seguimiento.carpetas import (
    FICHA,
    DocumentoSeguimiento,
    Parte,
    apartada_de,
)
from tablero.ingesta.seguimiento.hojas import EXTENSIONES


def poner(documento: DocumentoSeguimiento, origenes: Mapping[Parte, Path]) -> None:
    """Los libros y su ficha entran a la vez, ya completos: una interrupción no los deja a medias.

    `origenes` es de dónde se copia cada libro; el que se conserva, de su carpeta. Lo que hubiera en
    ella queda apartado.
    """
    carpeta, apartada = documento.carpeta, apartada_de(documento.carpeta)
    with TemporaryDirectory(prefix=".importado-", dir=documento.fuentes.parent) as taller:
        nueva = Path(taller) / carpeta.name
        nueva.mkdir()
        for otro in carpeta.iterdir() if carpeta.is_dir() else ():
            # Lo que alguien dejó al lado (una nota, un oficio) se queda.
            if otro.is_file() and otro.name != FICHA and otro.suffix.lower() not in EXTENSIONES:
                shutil.copyfile(otro, nueva / otro.name)
        for parte, destino in documento.libros.items():
            shutil.copyfile(origenes[parte], nueva / destino.name)
        ficha = yaml.safe_dump(documento.ficha.model_dump(), allow_unicode=True, sort_keys=False)
        (nueva / FICHA).write_text(ficha, encoding="utf-8", newline="\n")
        # El de una importación interrumpida cuyo libro nuevo sí quedó: ya no hace falta.
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


def olvidar(carpeta: Path) -> None:
    """Borra lo apartado de esa carpeta."""
    apartada = apartada_de(carpeta)
    if apartada.is_dir():
        shutil.rmtree(apartada)
        _podar(apartada)


def devolver(carpeta: Path) -> None:
    """Deja la carpeta como estaba antes de `poner`."""
    shutil.rmtree(carpeta, ignore_errors=True)
    if (apartada := apartada_de(carpeta)).is_dir():
        apartada.rename(carpeta)
        _podar(apartada)
    _podar(carpeta)


def _podar(carpeta: Path) -> None:
    """Quita las dos carpetas que la contenían, si quedaron vacías."""
    for contenedora in list(carpeta.parents)[:2]:
        if contenedora.is_dir() and not any(contenedora.iterdir()):
            contenedora.rmdir()
