"""Las fichas de todos los municipios priorizados, de una vez: en un ZIP o en una carpeta.

Ningún archivo se escribe hasta que la última está hecha. La ficha que no se pueda hacer no cuesta
las demás: se dice cuál fue, también dentro del ZIP.
"""

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.exportar import marca
from tablero.exportar.carpeta import FECHA_DE_ZIP
from tablero.exportar.escribir.pdf.papel import por_que
from tablero.exportar.hojas.ficha import a_pdf
from tablero.exportar.nombres import nombre_de_archivo
from tablero.letra import Cambio, frase
from tablero.respuestas.cortes import corte_de
from tablero.respuestas.ficha.pais import Pais

Avisar = Callable[[int, int, str], None]
"""Recibe cuántas van, cuántas son y qué se hizo con la última."""
NO_SE_HICIERON = "NO_SE_HICIERON.txt"


@dataclass(frozen=True)
class Lote:
    """Dónde quedaron, cuántas son y lo que no se pudo."""

    donde: Path
    cuantas: int
    fallas: list[str]
    """Una frase por ficha que no se pudo hacer."""


def comprimir(pais: Pais, carpeta: Path, fallas: list[str] | None = None) -> bytes:
    """Las fichas en un ZIP, siempre el mismo con los mismos datos; `carpeta`, la de cartografía.

    A `fallas` se agrega una frase por ficha que no se pudo hacer: también van en el ZIP.
    """
    return _comprimir(pais, carpeta, lambda *_: None, [] if fallas is None else fallas)[0]


def _comprimir(pais: Pais, carpeta: Path, avisar: Avisar, fallas: list[str]) -> tuple[bytes, int]:
    salida, cuantas = io.BytesIO(), 0
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as comprimido:
        for nombre, pdf in _fichas(pais, carpeta, avisar, fallas):
            entrada = zipfile.ZipInfo(nombre, FECHA_DE_ZIP)
            comprimido.writestr(entrada, pdf, zipfile.ZIP_DEFLATED)
            cuantas += 1
        if fallas:
            entrada = zipfile.ZipInfo(NO_SE_HICIERON, FECHA_DE_ZIP)
            comprimido.writestr(entrada, "\n".join(fallas) + "\n", zipfile.ZIP_DEFLATED)
    return salida.getvalue(), cuantas


def escribir_zip(
    pais: Pais, carpeta: Path, destino: Path, avisar: Avisar = lambda *_: None
) -> Lote:
    """Escribe el ZIP de las fichas.

    `destino` es el archivo, o la carpeta donde se pone con su nombre de siempre.
    """
    es_archivo = destino.suffix.lower() == ".zip"
    padre = destino.parent if es_archivo else destino
    padre.mkdir(parents=True, exist_ok=True)
    # También con otro nombre, un archivo de datos inventados empieza por decirlo.
    nombre = nombre_del_zip(pais)
    if es_archivo:
        propio = destino.name.removeprefix(marca.PREFIJO)
        nombre = marca.nombrar(propio, es_simulado=pais.es_simulado)
    ruta = padre / nombre
    # Se abre antes de trabajar: si ahí no se puede escribir, que se sepa ya.
    with TemporaryDirectory(dir=padre) as aparte:
        fallas: list[str] = []
        contenido, cuantas = _comprimir(pais, carpeta, avisar, fallas)
        (Path(aparte) / nombre).write_bytes(contenido)
        (Path(aparte) / nombre).replace(ruta)
    return Lote(ruta, cuantas, fallas)


def escribir_sueltas(
    pais: Pais, carpeta: Path, destino: Path, avisar: Avisar = lambda *_: None
) -> Lote:
    """Escribe un PDF por municipio en `destino`."""
    destino.mkdir(parents=True, exist_ok=True)
    fallas: list[str] = []
    with TemporaryDirectory(dir=destino) as aparte:
        nombres = []
        for nombre, pdf in _fichas(pais, carpeta, avisar, fallas):
            (Path(aparte) / nombre).write_bytes(pdf)
            nombres.append(nombre)
        for nombre in nombres:
            (Path(aparte) / nombre).replace(destino / nombre)
    return Lote(destino, len(nombres), fallas)


def nombre_del_zip(pais: Pais) -> str:
    """`fichas_priorizados_2023-2024.zip`, con el corte de la lista de priorizados."""
    corte = corte_de(pais.priorizados.fuentes)
    archivo = nombre_de_archivo("fichas_priorizados", (), corte, "maquina", "zip")
    return marca.nombrar(archivo, es_simulado=pais.es_simulado)


def _fichas(
    pais: Pais, carpeta: Path, avisar: Avisar, fallas: list[str]
) -> Iterator[tuple[str, bytes]]:
    codigos = [f["municipio_codigo"] for f in pais.filas(pais.priorizados)]
    for van, codigo in enumerate(codigos, start=1):
        cambios: Counter[Cambio] = Counter()
        try:
            nombre, pdf = a_pdf(pais, "municipio", codigo, carpeta, cambios)
        except Exception as error:  # falle como falle, no cuesta las demás
            fallas.append(por_que(error, codigo))
            avisar(van, len(codigos), fallas[-1])
            continue
        avisar(van, len(codigos), " · ".join(p for p in (nombre, frase(cambios)) if p))
        yield nombre, pdf
