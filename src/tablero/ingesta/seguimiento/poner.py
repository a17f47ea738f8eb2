"""Pone los libros de un corte en su carpeta, y puede dejarla como estaba."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.ingesta.fuentes import carpeta_entera
from tablero.ingesta.fuentes.documentos import TALLER_DE_IMPORTAR
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
    with TemporaryDirectory(prefix=TALLER_DE_IMPORTAR, dir=documento.fuentes.parent) as taller:
        nueva = Path(taller) / carpeta.name
        nueva.mkdir()
        for otro in carpeta.iterdir() if carpeta.is_dir() else ():
            # Lo que alguien dejó al lado (una nota, un oficio) se queda.
            if otro.is_file() and otro.name != FICHA and otro.suffix.lower() not in EXTENSIONES:
                shutil.copyfile(otro, nueva / otro.name)
        for parte, destino in documento.libros.items():
            shutil.copyfile(origenes[parte], nueva / destino.name)
        (nueva / FICHA).write_text(documento.ficha.en_yaml(), encoding="utf-8", newline="\n")
        carpeta_entera.cambiar(carpeta, nueva, apartada)


def guardar(carpeta: Path) -> Path | None:
    """Pasa lo apartado de esa carpeta a los reemplazados; dónde quedó, si había otro."""
    return carpeta_entera.guardar(carpeta, apartada_de(carpeta), carpeta.parents[2])


def devolver(carpeta: Path) -> None:
    """Deja la carpeta como estaba antes de `poner`."""
    carpeta_entera.devolver(carpeta, apartada_de(carpeta))
