"""Muchas hojas de una vez: en una carpeta o en un ZIP.

Ningún archivo queda hasta que el último está hecho. La hoja que no se pueda hacer no cuesta las
demás: se dice cuál fue, también dentro del ZIP.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.exportar import marca
from tablero.exportar.carpeta import en_zip
from tablero.exportar.escribir.pdf import papel
from tablero.letra import frase

Avisar = Callable[[int, int, str], None]
"""Recibe cuántas hojas van, cuántas son y qué se hizo con la última."""
NO_SE_HICIERON = "NO_SE_HICIERON.txt"


@dataclass(frozen=True)
class Hoja:
    """Una por hacer."""

    que: str
    """De qué es, para decir que no se pudo."""
    hacer: Callable[[papel.Cambios], Iterator[tuple[str, bytes]]]
    """Da el nombre y el contenido de sus archivos, de último el PDF: los de antes se conservan
    aunque él no se pueda. Anota los signos que cambió."""


@dataclass(frozen=True)
class Lote:
    """Lo que quedó escrito y lo que no se pudo."""

    donde: Path
    """La carpeta, o el ZIP."""
    hechas: int
    """Cuántas hojas."""
    archivos: list[Path]
    fallas: list[str]
    """Una frase por hoja que no se pudo hacer."""


def comprimir(
    hojas: Sequence[Hoja], fallas: list[str] | None = None, avisar: Avisar = lambda *_: None
) -> bytes:
    """Las hojas en un ZIP, siempre el mismo con los mismos datos.

    A `fallas` se agrega una frase por hoja que no se pudo hacer: también van en el ZIP.
    """
    dichas = [] if fallas is None else fallas

    def archivos() -> Iterator[tuple[str, bytes]]:
        yield from _hechos(hojas, avisar, dichas)
        if dichas:
            yield NO_SE_HICIERON, ("\n".join(dichas) + "\n").encode()

    return en_zip(archivos())


def escribir_zip(
    hojas: Sequence[Hoja], destino: Path, nombre: str, avisar: Avisar = lambda *_: None
) -> Lote:
    """Escribe el ZIP de las hojas.

    `destino` es el archivo, o la carpeta donde se pone con su `nombre` de siempre.
    """
    es_archivo = destino.suffix.lower() == ".zip"
    padre = destino.parent if es_archivo else destino
    padre.mkdir(parents=True, exist_ok=True)
    if es_archivo:
        # También con otro nombre, un archivo de datos inventados empieza por decirlo.
        es_simulado = nombre.startswith(marca.PREFIJO)
        nombre = marca.nombrar(destino.name.removeprefix(marca.PREFIJO), es_simulado=es_simulado)
    # Se abre antes de trabajar: si ahí no se puede escribir, que se sepa ya.
    with TemporaryDirectory(dir=padre) as aparte:
        fallas: list[str] = []
        (Path(aparte) / nombre).write_bytes(comprimir(hojas, fallas, avisar))
        ruta = (Path(aparte) / nombre).replace(padre / nombre)
    return Lote(ruta, len(hojas) - len(fallas), [ruta], fallas)


def escribir_sueltas(
    hojas: Sequence[Hoja], destino: Path, avisar: Avisar = lambda *_: None
) -> Lote:
    """Escribe los archivos de cada hoja en la carpeta `destino`."""
    destino.mkdir(parents=True, exist_ok=True)
    fallas: list[str] = []
    with TemporaryDirectory(dir=destino) as aparte:
        hechos = []
        for nombre, contenido in _hechos(hojas, avisar, fallas):
            hechos.append(Path(aparte) / nombre)
            hechos[-1].write_bytes(contenido)
        archivos = [hecho.replace(destino / hecho.name) for hecho in hechos]
    return Lote(destino, len(hojas) - len(fallas), archivos, fallas)


def _hechos(
    hojas: Sequence[Hoja], avisar: Avisar, fallas: list[str]
) -> Iterator[tuple[str, bytes]]:
    for van, una in enumerate(hojas, start=1):
        cambios: papel.Cambios = Counter()
        nombre = ""
        try:
            for nombre, contenido in una.hacer(cambios):
                yield nombre, contenido
        except Exception as error:  # falle como falle, no cuesta las demás
            fallas.append(papel.por_que(error, una.que))
            avisar(van, len(hojas), fallas[-1])
            continue
        avisar(van, len(hojas), " · ".join(p for p in (nombre, frase(cambios)) if p))
