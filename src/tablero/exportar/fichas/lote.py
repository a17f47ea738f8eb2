"""Las fichas de todos los municipios priorizados, de una vez: en un ZIP o en una carpeta.

Todas o ninguna: ningún archivo se escribe hasta que la última está hecha.
"""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tablero.exportar import marca
from tablero.exportar.carpeta import FECHA_DE_ZIP
from tablero.exportar.csv_oficial import nombre_de_archivo
from tablero.exportar.fichas.pais import Pais
from tablero.exportar.fichas.pdf import a_pdf

Avisar = Callable[[int, int, str], None]
"""Recibe cuántas van, cuántas son y el nombre de la que acaba de hacerse."""


def comprimir(pais: Pais, carpeta: Path, avisar: Avisar | None = None) -> bytes:
    """Las fichas en un ZIP, siempre el mismo con los mismos datos; `carpeta`, la de cartografía."""
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as comprimido:
        for nombre, pdf in _fichas(pais, carpeta, avisar):
            entrada = zipfile.ZipInfo(nombre, FECHA_DE_ZIP)
            comprimido.writestr(entrada, pdf, zipfile.ZIP_DEFLATED)
    return salida.getvalue()


def escribir_zip(
    pais: Pais, carpeta: Path, destino: Path, avisar: Avisar | None = None
) -> tuple[Path, int]:
    """Escribe el ZIP y devuelve su ruta y cuántas fichas lleva.

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
        (Path(aparte) / nombre).write_bytes(comprimir(pais, carpeta, avisar))
        (Path(aparte) / nombre).replace(ruta)
    return ruta, len(pais.filas(pais.priorizados))


def escribir_sueltas(
    pais: Pais, carpeta: Path, destino: Path, avisar: Avisar | None = None
) -> list[Path]:
    """Escribe un PDF por municipio en `destino` y devuelve sus rutas."""
    destino.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=destino) as aparte:
        nombres = []
        for nombre, pdf in _fichas(pais, carpeta, avisar):
            (Path(aparte) / nombre).write_bytes(pdf)
            nombres.append(nombre)
        return [(Path(aparte) / nombre).replace(destino / nombre) for nombre in nombres]


def nombre_del_zip(pais: Pais) -> str:
    """`fichas_priorizados_2024-06-30.zip`, con el corte de la lista de priorizados."""
    cortes: list[date] = [f["corte_fecha"] for f in pais.filas(pais.priorizados)]
    corte = max(cortes, default=None)
    archivo = nombre_de_archivo("fichas_priorizados", (), corte, "maquina", "zip")
    return marca.nombrar(archivo, es_simulado=pais.es_simulado)


def _fichas(pais: Pais, carpeta: Path, avisar: Avisar | None) -> Iterator[tuple[str, bytes]]:
    codigos = [f["municipio_codigo"] for f in pais.filas(pais.priorizados)]
    for van, codigo in enumerate(codigos, start=1):
        nombre, pdf = a_pdf(pais, "municipio", codigo, carpeta)
        if avisar is not None:
            avisar(van, len(codigos), nombre)
        yield nombre, pdf
