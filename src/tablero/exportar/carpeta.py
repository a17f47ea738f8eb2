"""Los datos abiertos, en una carpeta o en un ZIP.

Un CSV por tabla, la lista de sus encabezados y un LEEME.txt.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tablero.consultas.base import Base
from tablero.consultas.fuentes import fuentes
from tablero.exportar import encabezados
from tablero.exportar.csv_oficial import Dialecto, a_csv
from tablero.exportar.cuadro import de_personas
from tablero.exportar.leeme import leeme
from tablero.exportar.marca import nombrar
from tablero.modelo import TABLAS

FECHA_DE_ZIP = (1980, 1, 1, 0, 0, 0)
"""La misma siempre: los mismos datos dan el mismo archivo."""


def exportar_carpeta(base: Base, destino: Path, dialecto: Dialecto) -> list[Path]:
    """Escribe un `<tabla>.csv` por tabla, `encabezados.csv` y `LEEME.txt`; devuelve sus rutas.

    Con datos simulados, cada nombre empieza por `SIMULADO_`.
    """
    destino.mkdir(parents=True, exist_ok=True)
    escritos = []
    for nombre, contenido in _archivos(base, dialecto):
        ruta = destino / nombre
        ruta.write_bytes(contenido)
        escritos.append(ruta)
    return escritos


def comprimir(base: Base, dialecto: Dialecto) -> bytes:
    """Los mismos archivos de la carpeta, en un ZIP."""
    return en_zip(_archivos(base, dialecto))


def en_zip(archivos: Iterable[tuple[str, bytes]]) -> bytes:
    """Un ZIP con esos archivos, de nombre y contenido: los mismos dan el mismo ZIP."""
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as comprimido:
        for nombre, contenido in archivos:
            entrada = zipfile.ZipInfo(nombre, FECHA_DE_ZIP)
            comprimido.writestr(entrada, contenido, zipfile.ZIP_DEFLATED)
    return salida.getvalue()


def csv_de_tabla(base: Base, nombre: str, dialecto: Dialecto) -> bytes:
    """La tabla entera de ese nombre; `StopIteration` si el modelo no la tiene."""
    tabla = next(t for t in TABLAS if t.tabla == nombre)
    return a_csv(base.tabla(nombre), dialecto, fuentes(base).fuentes, tabla)


def _archivos(base: Base, dialecto: Dialecto) -> Iterator[tuple[str, bytes]]:
    citadas = fuentes(base).fuentes
    columnas = []
    for tabla in TABLAS:
        datos = base.tabla(tabla.tabla)
        contenido = a_csv(datos, dialecto, citadas, tabla)
        yield nombrar(f"{tabla.tabla}.csv", es_simulado=base.es_simulado), contenido
        columnas.append((tabla.tabla, de_personas(datos, citadas, tabla)))
    lista = encabezados.de_varias(columnas, dialecto)
    yield nombrar(encabezados.ARCHIVO, es_simulado=base.es_simulado), lista
    texto = leeme(base, dialecto).encode("utf-8")
    yield nombrar("LEEME.txt", es_simulado=base.es_simulado), texto
