"""El ZIP: cada archivo del paquete, en orden, y al final sus sellos.

Se escribe archivo por archivo: en la memoria nunca está entero. La misma edición da los mismos
octetos, salvo los del archivo DuckDB, que cambian cada vez que se construye y dicen lo mismo.
"""

import errno
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

from tablero.consultas.base import Base
from tablero.derivados.diccionario import diccionario
from tablero.exportar import encabezados
from tablero.exportar.carpeta import FECHA_DE_ZIP
from tablero.exportar.catalogo import corte_de_todo
from tablero.exportar.csv_oficial import a_csv
from tablero.exportar.marca import PREFIJO, nombrar
from tablero.exportar.nombres import nombre_de_archivo
from tablero.exportar.paquete.ckan import ckan
from tablero.exportar.paquete.conjunto import Archivo, Conjunto, conjunto
from tablero.exportar.paquete.datapackage import datapackage
from tablero.exportar.paquete.dcat import dcat
from tablero.exportar.paquete.emision import Emision
from tablero.exportar.paquete.leeme import leeme
from tablero.exportar.paquete.socrata import datos_gov_co
from tablero.exportar.paquete.transparencia import esquema_de_publicacion
from tablero.modelo import TABLAS
from tablero.un_json import Objeto

NOMBRE_DEL_PAQUETE = "tablero_paquete"
SELLOS = "SHA256SUMS"
PERMISOS = 0o644 << 16
UNIX = 3
"""En todo equipo el mismo: si no, el ZIP de Windows tendría otros octetos."""
TROZO = 1 << 20


def guardar(emision: Emision, destino: Path) -> Path:
    """Escribe el ZIP y dice dónde quedó: entero, o lo que había ahí queda como estaba.

    `destino` es el archivo, o la carpeta donde se pone con su nombre de siempre. `OSError` si ahí
    no se puede escribir o no cabe.
    """
    es_archivo = destino.suffix.lower() == ".zip"
    padre = destino.parent if es_archivo else destino
    # También con otro nombre, un archivo de datos inventados empieza por decirlo.
    nombre = nombre_del_paquete(emision.base)
    if es_archivo:
        propio = destino.name.removeprefix(PREFIJO)
        nombre = nombrar(propio, es_simulado=emision.base.es_simulado)
    ruta = padre / nombre
    if ruta.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(ruta))
    padre.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=padre) as aparte:
        nuevo = Path(aparte) / nombre
        with nuevo.open("wb") as salida:
            escribir(emision, salida)
        nuevo.replace(ruta)
    return ruta


def nombre_del_paquete(base: Base) -> str:
    """`tablero_paquete_2025-11-30.zip`, con el corte más reciente de los datos."""
    nombre = nombre_de_archivo(NOMBRE_DEL_PAQUETE, (), corte_de_todo(base), "maquina", "zip")
    return nombrar(nombre, es_simulado=base.es_simulado)


def paquete(emision: Emision) -> bytes:
    """El ZIP entero."""
    salida = io.BytesIO()
    escribir(emision, salida)
    return salida.getvalue()


def escribir(emision: Emision, salida: IO[bytes]) -> None:
    """Escribe el ZIP en `salida`; `OSError` si no cabe."""
    sellos = []
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as comprimido:
        for archivo in _archivos(emision):
            comprimido.writestr(_entrada(archivo.ruta), archivo.contenido)
            sellos.append(f"{archivo.sello.sha256}  {archivo.ruta}\n")
        ruta = nombre_del_duckdb(emision)
        sellos.append(f"{_copiar(emision, comprimido, ruta)}  {ruta}\n")
        comprimido.writestr(_entrada(SELLOS), "".join(sellos).encode())


def nombre_del_duckdb(emision: Emision) -> str:
    """El del archivo que se puede preguntar con SQL."""
    return nombrar("tablero.duckdb", es_simulado=emision.base.es_simulado)


def _archivos(emision: Emision) -> Iterator[Archivo]:
    """Todos menos el DuckDB y los sellos: primero las tablas, que los demás describen."""
    conjuntos: list[Conjunto] = []
    for tabla in TABLAS:
        suyo, archivos = conjunto(emision, tabla)
        conjuntos.append(suyo)
        yield from archivos
    duckdb = nombre_del_duckdb(emision)
    columnas = [(suyo.nombre, suyo.de_personas) for suyo in conjuntos]
    yield Archivo(encabezados.ARCHIVO, encabezados.de_varias(columnas, "maquina"))
    yield _json("datapackage.json", datapackage(emision, conjuntos))
    yield _json("dcat.jsonld", dcat(emision, conjuntos, duckdb))
    esquema = esquema_de_publicacion(emision, conjuntos)
    yield Archivo("esquema_de_publicacion.csv", a_csv(esquema, "maquina"))
    yield Archivo("esquema_de_publicacion_excel.csv", a_csv(esquema, "excel"))
    yield _json("datos_gov_co.json", datos_gov_co(emision, conjuntos))
    yield _json("ckan.json", ckan(emision, conjuntos))
    yield Archivo("diccionario.md", diccionario().encode())
    yield Archivo("LEEME.md", leeme(emision, conjuntos, duckdb).encode())


def _json(ruta: str, contenido: Objeto) -> Archivo:
    return Archivo(ruta, (json.dumps(contenido, ensure_ascii=False, indent=2) + "\n").encode())


def _copiar(emision: Emision, comprimido: zipfile.ZipFile, ruta: str) -> str:
    """Copia el archivo del tablero por trozos; su sha256."""
    huella = hashlib.sha256()
    with (
        emision.base.archivo.open("rb") as origen,
        comprimido.open(_entrada(ruta), "w") as destino,
    ):
        while trozo := origen.read(TROZO):
            huella.update(trozo)
            destino.write(trozo)
    return huella.hexdigest()


def _entrada(ruta: str) -> zipfile.ZipInfo:
    entrada = zipfile.ZipInfo(ruta, FECHA_DE_ZIP)
    entrada.create_system = UNIX
    entrada.external_attr = PERMISOS
    entrada.compress_type = zipfile.ZIP_DEFLATED
    return entrada
