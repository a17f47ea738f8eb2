"""El registro en el disco: un archivo SQLite al que solo se le agrega.

Un solo escritor a la vez (`BEGIN IMMEDIATE`), diario aparte (WAL) y sincronización completa: un
apagón deja el hecho entero o no lo deja. Ni `UPDATE` ni `DELETE` se admiten.
"""

import getpass
import json
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from tablero.errores import ErrorTablero
from tablero.registro.cadena import ORIGEN, Anotado, huella_de

NOMBRE = "registro.sqlite"
CARPETA = files("tablero.registro") / "migraciones"
SEGUNDOS_DE_ESPERA = 20.0
SEGUNDOS_ENTRE_INTENTOS = 0.02
"""Cuánto espera un escritor a que termine otro."""
MIGRACIONES = ("1.sql",)
"""Cada una lleva el archivo de una versión a la siguiente y la escribe (`user_version`); las ya
publicadas no se cambian."""
VERSION = "PRAGMA user_version"
ULTIMO = "SELECT numero, huella FROM hechos ORDER BY numero DESC LIMIT 1"
AGREGAR = """
    INSERT INTO hechos (numero, cuando, quien, hecho, que, sha256, desde, datos, anterior, huella)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
LEER = """
    SELECT numero, cuando, quien, hecho, que, sha256, desde, datos, anterior, huella
    FROM hechos
    WHERE ?1 = '[]' OR hecho IN (SELECT value FROM json_each(?1))
    ORDER BY numero
"""


@dataclass(frozen=True)
class PorAnotar:
    """Un hecho que todavía no está en el registro."""

    hecho: str
    que: str
    datos: Mapping[str, object]
    sha256: str = ""


def agregar(
    carpeta: Path,
    hecho: str,
    que: str,
    *,
    sha256: str = "",
    desde: str = "",
    datos: Mapping[str, object] | None = None,
) -> Anotado:
    """Agrega un hecho al final y lo da como quedó, con su número y su huella.

    `ErrorTablero` si el archivo es de una versión más nueva o SQLite no puede escribirlo; entonces
    no queda nada a medias.
    """
    (anotado,) = agregar_juntos(carpeta, [PorAnotar(hecho, que, datos or {}, sha256)], desde=desde)
    return anotado


def agregar_juntos(carpeta: Path, hechos: Sequence[PorAnotar], *, desde: str = "") -> list[Anotado]:
    """Lo mismo, con varios: quedan todos o, si algo falla en la mitad, ninguno."""
    cuando = datetime.now(UTC).isoformat(timespec="seconds")
    anotados: list[Anotado] = []
    with _para_escribir(carpeta) as conexion:
        ultimo, anterior = conexion.execute(ULTIMO).fetchone() or (0, ORIGEN)
        for numero, uno in enumerate(hechos, start=ultimo + 1):
            texto = json.dumps(uno.datos, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
            dicho = (numero, cuando, quien(), uno.hecho, uno.que, uno.sha256, desde)
            anotado = Anotado(*dicho, texto, anterior, huella_de(dicho, texto, anterior))
            conexion.execute(AGREGAR, (*dicho, anotado.datos, anotado.anterior, anotado.huella))
            anotados.append(anotado)
            anterior = anotado.huella
    return anotados


def leer(carpeta: Path, *hechos: str) -> list[Anotado]:
    """Los hechos de esas clases (todas, si no se dicen), en su orden; ninguno si no hay archivo.

    `ErrorTablero` si el archivo no es un registro o no se puede leer.
    """
    archivo = carpeta / NOMBRE
    if not archivo.exists():
        return []
    with _en_espanol(archivo), closing(_solo_para_leer(archivo)) as conexion:
        if conexion.execute(VERSION).fetchone()[0] == 0:
            return []  # quien lo estrenaba no alcanzó a escribir su primer hecho
        return [Anotado(*fila) for fila in conexion.execute(LEER, (json.dumps(hechos),))]


def ultima_huella(carpeta: Path) -> str:
    """La del último hecho de cualquier clase: si no cambió, nada cambió. `ORIGEN` si no hay.

    `ErrorTablero` si el archivo no es un registro o no se puede leer.
    """
    archivo = carpeta / NOMBRE
    if not archivo.exists():
        return ORIGEN
    with _en_espanol(archivo), closing(_solo_para_leer(archivo)) as conexion:
        _, huella = conexion.execute(ULTIMO).fetchone() or (0, ORIGEN)
        return str(huella)


def quien() -> str:
    """Quién hace las cosas: lo que diga `TABLERO_QUIEN` o, si no, la cuenta de este equipo."""
    if dicho := os.environ.get("TABLERO_QUIEN", "").strip():
        return dicho
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # una cuenta sin nombre
        return "sin nombre"


@contextmanager
def _para_escribir(carpeta: Path) -> Iterator[sqlite3.Connection]:
    """Una transacción: lo de dentro queda entero o no queda."""
    carpeta.mkdir(parents=True, exist_ok=True)
    archivo = carpeta / NOMBRE
    with _en_espanol(archivo), closing(_abrir(archivo)) as conexion:
        conexion.execute("BEGIN IMMEDIATE")
        try:
            _al_dia(conexion)
            yield conexion
        except BaseException:
            conexion.rollback()
            raise
        conexion.commit()


def _abrir(archivo: Path) -> sqlite3.Connection:
    conexion = sqlite3.connect(archivo, timeout=SEGUNDOS_DE_ESPERA, isolation_level=None)
    _en_wal(conexion)
    conexion.execute("PRAGMA synchronous = FULL")
    # Sin esto, un REPLACE borraría sin que los disparadores lo vieran.
    conexion.execute("PRAGMA recursive_triggers = ON")
    return conexion


def _en_wal(conexion: sqlite3.Connection) -> None:
    """SQLite no espera al cambiar de modo: cuando dos estrenan el archivo a la vez, uno insiste."""
    hasta = time.monotonic() + SEGUNDOS_DE_ESPERA
    while True:
        try:
            conexion.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > hasta:
                raise
            time.sleep(SEGUNDOS_ENTRE_INTENTOS)
        else:
            return


def _solo_para_leer(archivo: Path) -> sqlite3.Connection:
    """Si ni el archivo de al lado se puede escribir, se lee como está en el disco."""
    ruta = archivo.absolute().as_uri()
    conexion = sqlite3.connect(f"{ruta}?mode=ro", uri=True, timeout=SEGUNDOS_DE_ESPERA)
    try:
        conexion.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        conexion.close()
        conexion = sqlite3.connect(f"{ruta}?mode=ro&immutable=1", uri=True)
    return conexion


def _al_dia(conexion: sqlite3.Connection) -> None:
    """Lleva el archivo a la versión de este programa, dentro de la misma transacción."""
    version = conexion.execute(VERSION).fetchone()[0]
    if version > len(MIGRACIONES):
        raise ErrorTablero(
            "El registro lo escribió una versión más nueva del tablero: actualice el programa."
        )
    for nombre in MIGRACIONES[version:]:
        for sentencia in _sentencias((CARPETA / nombre).read_text(encoding="utf-8")):
            conexion.execute(sentencia)


def _sentencias(migracion: str) -> Iterator[str]:
    """Una por una: `executescript` cerraría la transacción."""
    sentencia = ""
    for renglon in migracion.splitlines():
        sentencia += f"{renglon}\n"
        if sqlite3.complete_statement(sentencia):
            yield sentencia
            sentencia = ""


@contextmanager
def _en_espanol(archivo: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise ErrorTablero(f"No se pudo usar el registro ({archivo}): {_motivo(error)}.") from error


def _motivo(error: sqlite3.Error) -> str:
    codigo = getattr(error, "sqlite_errorname", "")
    motivos = {
        "SQLITE_BUSY": "otro programa lo está escribiendo",
        "SQLITE_READONLY": "no hay permiso para escribir en él",
        "SQLITE_CANTOPEN": "no se puede abrir",
        "SQLITE_FULL": "no queda espacio en el disco",
        "SQLITE_NOTADB": "no es un registro, o está dañado",
        "SQLITE_CORRUPT": "está dañado",
    }
    return next(
        (dicho for nombre, dicho in motivos.items() if codigo.startswith(nombre)), str(error)
    )
