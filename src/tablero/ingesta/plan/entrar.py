"""Una carpeta con su libro y su ficha entra entera entre las fuentes, y se puede deshacer."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tablero.ingesta.fuentes import Ficha

FICHA = "fuente.yml"


@dataclass(frozen=True)
class Entrada:
    """Una carpeta que acaba de entrar."""

    carpeta: Path
    apartada: Path
    """Donde espera la que había, si la había."""

    def confirmar(self) -> None:
        """Olvida la reemplazada."""
        if self.apartada.is_dir():
            shutil.rmtree(self.apartada)
            _podar(self.apartada)

    def deshacer(self) -> None:
        """Deja las fuentes como estaban."""
        shutil.rmtree(self.carpeta, ignore_errors=True)
        if self.apartada.is_dir():
            self.apartada.rename(self.carpeta)
            _podar(self.apartada)
        _podar(self.carpeta)


def entrar(archivo: Path, destino: Path, ficha: Ficha, apartada: Path) -> Entrada:
    """El libro y su ficha entran a la vez, ya completos: una interrupción no los deja a medias.

    `destino` es el libro dentro de su carpeta. Lo que hubiera en ella queda en `apartada`.
    """
    carpeta = destino.parent
    with TemporaryDirectory(prefix=".importado-", dir=carpeta.parents[2].parent) as taller:
        nueva = Path(taller) / carpeta.name
        nueva.mkdir()
        shutil.copyfile(archivo, nueva / destino.name)
        texto = yaml.safe_dump(ficha.model_dump(), allow_unicode=True, sort_keys=False)
        (nueva / FICHA).write_text(texto, encoding="utf-8", newline="\n")
        # La de una importación interrumpida cuyo libro nuevo sí quedó: ya no hace falta.
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
    return Entrada(carpeta, apartada)


def _podar(carpeta: Path) -> None:
    """Quita las dos carpetas que la contenían, si quedaron vacías."""
    for contenedora in list(carpeta.parents)[:2]:
        if contenedora.is_dir() and not any(contenedora.iterdir()):
            contenedora.rmdir()
