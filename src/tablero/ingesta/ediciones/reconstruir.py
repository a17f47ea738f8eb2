"""Una edición que ya no conserva su archivo se hace otra vez, con los libros que guardó."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.ingesta.construir import Avisar, construir_aparte
from tablero.ingesta.ediciones.contenido import mirar
from tablero.ingesta.ediciones.objetos import de_una_vez, sacar
from tablero.ingesta.fuentes.documentos import sha256
from tablero.registro.ediciones import Edicion
from tablero.registro.lugares import Lugares

TALLER = ".edicion-"


@dataclass(frozen=True)
class Rehecha:
    """El archivo de una edición, y si dice lo mismo que cuando se publicó."""

    archivo: Path
    es_la_misma: bool
    formulas: tuple[str, ...]
    """Con las que se calculó."""

    def en_palabras(self, edicion: Edicion) -> str:
        """Lo que conviene saber antes de usarla."""
        if self.es_la_misma:
            return f"La edición {edicion.numero} dice lo mismo que cuando se publicó."
        antes, ahora = ", ".join(edicion.formulas), ", ".join(self.formulas)
        causa = f"las fórmulas eran {antes} y ahora son {ahora}"
        if antes == ahora:
            causa = f"el programa era {edicion.programa} y ahora calcula o lee de otra manera"
        return (
            f"La edición {edicion.numero} se hizo otra vez con sus mismos libros y no dice lo "
            f"mismo: {causa}."
        )


def archivo_de(edicion: Edicion, tablero: Path, avisar: Avisar = lambda _: None) -> Rehecha:
    """El archivo DuckDB de la edición: el que se conserva o, si no, uno hecho otra vez.

    `ErrorTablero` si le falta algún libro guardado.
    """
    lugares = Lugares.de(tablero)
    guardado = lugares.archivo(edicion.numero)
    if guardado.is_file() and sha256(guardado) == edicion.archivo:
        return Rehecha(guardado, es_la_misma=True, formulas=edicion.formulas)
    if guardado.is_file() and mirar(guardado).sha256 == edicion.contenido:
        return Rehecha(guardado, es_la_misma=True, formulas=edicion.formulas)
    lugares.ediciones.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=TALLER, dir=tablero.parent) as taller:
        fuentes, nuevo = Path(taller) / "fuentes", Path(taller) / guardado.name
        sacar(edicion.archivos, lugares.objetos, fuentes)
        construir_aparte(fuentes, nuevo, avisar)
        contenido = mirar(nuevo)
        with de_una_vez(guardado) as copia:
            shutil.copyfile(nuevo, copia)
    return Rehecha(guardado, contenido.sha256 == edicion.contenido, contenido.formulas)
