"""Una carpeta con su libro y su ficha entra entera entre las fuentes, y se puede deshacer."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.ingesta.fuentes.carpeta_entera import cambiar, devolver, guardar
from tablero.ingesta.fuentes.documentos import TALLER_DE_IMPORTAR, Ficha

FICHA = "fuente.yml"


@dataclass(frozen=True)
class Entrada:
    """Una carpeta que acaba de entrar."""

    carpeta: Path
    apartada: Path
    """Donde espera la que había, si la había."""

    def confirmar(self) -> Path | None:
        """Pasa la reemplazada a su lugar; dónde quedó, si había otra."""
        return guardar(self.carpeta, self.apartada, self.carpeta.parents[2])

    def deshacer(self) -> None:
        """Deja las fuentes como estaban."""
        devolver(self.carpeta, self.apartada)


def entrar(archivo: Path, destino: Path, ficha: Ficha, apartada: Path) -> Entrada:
    """El libro y su ficha entran a la vez, ya completos: una interrupción no los deja a medias.

    `destino` es el libro dentro de su carpeta. Lo que hubiera en ella queda en `apartada`.
    """
    carpeta = destino.parent
    with TemporaryDirectory(prefix=TALLER_DE_IMPORTAR, dir=carpeta.parents[2].parent) as taller:
        nueva = Path(taller) / carpeta.name
        nueva.mkdir()
        shutil.copyfile(archivo, nueva / destino.name)
        (nueva / FICHA).write_text(ficha.en_yaml(), encoding="utf-8", newline="\n")
        cambiar(carpeta, nueva, apartada)
    return Entrada(carpeta, apartada)
