"""Instala sola la cartografía que alguien suelta en la carpeta `shapefiles/`."""

import logging
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tablero import rutas
from tablero.errores import ArchivoIlegible, CartografiaRechazada, ErrorTablero, motivo
from tablero.territorio.cartografia import ESQUEMATICA, instalada
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.oficial import aparte, registro
from tablero.territorio.oficial.comprobar import Municipios
from tablero.territorio.oficial.copiar import PARTES, SHAPEFILE, SUELTOS
from tablero.territorio.oficial.instalar import Avisar, Leer, instalar
from tablero.territorio.oficial.reconocer import OTRAS_CLASES

BITACORA = logging.getLogger(__name__)
EXTENSIONES = (SHAPEFILE, ".zip", *SUELTOS, *OTRAS_CLASES)
"""También las de lo que no se lee: quien lo suelta debe saber por qué no cambió nada."""
GEODATABASE = ".gdb"
"""Es una carpeta: se nombra, y no lo que lleva dentro."""
DEL_TABLERO = (ESQUEMATICA, DEPARTAMENTOS, "municipios_esquematicos.topojson")
"""El último es la esquemática de antes: quien copió esta versión encima todavía lo tiene."""


def buscar_sueltos(carpeta: Path) -> tuple[Path, ...]:
    """Los archivos de cartografía de la carpeta y sus subcarpetas que no son del tablero.

    Del más viejo al más nuevo: si hay varios, el último que llegó es el que queda en uso. También
    lo que se llama como uno y no lo es (una tubería, un enlace roto): quien lo dejó debe saberlo.
    """
    guardada = instalada(carpeta)
    hallados = [
        ruta
        for ruta in _donde(carpeta)
        if (ruta.suffix.lower() in EXTENSIONES or _esta_solo(ruta))
        and ruta.name not in DEL_TABLERO
        and not any(parte.startswith(".") for parte in _dentro(ruta, carpeta).parts)
        and guardada not in ruta.parents
        and not any(padre.suffix.lower() == GEODATABASE for padre in ruta.parents)
        and (ruta.suffix.lower() == GEODATABASE or ruta.is_symlink() or not ruta.is_dir())
    ]
    return tuple(sorted(hallados, key=lambda ruta: (ruta.lstat().st_mtime_ns, ruta.name)))


def _donde(carpeta: Path) -> Iterator[Path]:
    """Todo lo que hay en la carpeta; para la del programa, también en la de datos."""
    yield from carpeta.rglob("*")
    if carpeta == rutas.CARTOGRAFIA and rutas.SUELTA.is_dir():
        yield from rutas.SUELTA.rglob("*")


def _dentro(ruta: Path, carpeta: Path) -> Path:
    propia = carpeta if ruta.is_relative_to(carpeta) else rutas.SUELTA
    return ruta.relative_to(propia)


def _esta_solo(ruta: Path) -> bool:
    """Si es una parte de un shapefile al que le falta el .shp."""
    if ruta.suffix.lower() not in PARTES[1:3]:
        return False
    hermanos = (otro for otro in ruta.parent.iterdir() if otro.suffix.lower() == SHAPEFILE)
    return not any(otro.stem.lower() == ruta.stem.lower() for otro in hermanos)


def instalar_sueltos(
    carpeta: Path,
    municipios: Callable[[], Municipios],
    avisar: Avisar = lambda _: None,
    *,
    leer: Leer = aparte.preparar,
) -> None:
    """Instala lo que se haya soltado en la carpeta y no se haya visto antes, y lo dice.

    `municipios` da las filas de la DIVIPOLA; solo se piden si hay algo nuevo. Lo que se rechaza se
    dice, con su motivo, y sigue en uso lo que había: pase lo que pase, el tablero abre.
    """
    try:
        hallados = buscar_sueltos(carpeta)
    except OSError as error:
        donde = error.filename or carpeta
        avisar(f"{donde}: no se puede revisar si hay cartografía nueva ({motivo(error)}).")
        return
    for ruta in hallados:
        try:
            _instalar_uno(ruta, carpeta, municipios, avisar, leer)
        except CartografiaRechazada as error:
            avisar(f"No se instaló {error}")
        except ErrorTablero as error:
            avisar(f"No se instaló {ruta.name}: {error}")
        except OSError as error:
            avisar(f"{ruta.name}: no se puede leer ({motivo(error)}); no se instaló.")
        except Exception as error:
            BITACORA.exception("No se instaló %s", ruta)
            clase = type(error).__name__
            avisar(f"No se instaló {ruta.name}: falló al leerlo ({clase}). No se cambió nada.")


def _instalar_uno(
    ruta: Path,
    carpeta: Path,
    municipios: Callable[[], Municipios],
    avisar: Avisar,
    leer: Leer,
) -> None:
    if not ruta.is_dir() and not ruta.is_file():
        raise CartografiaRechazada(f"{ruta.name}: no es un archivo. No se cambió nada.")
    marca, vistos = registro.huella(ruta), _vistos(carpeta, avisar)
    if marca in vistos:
        if vistos[marca]:
            avisar(f"Sigue sin instalarse {vistos[marca]}")
        return
    avisar(f"Hay un archivo nuevo en {carpeta.name}: {ruta.name}.")
    try:
        nueva = instalar(ruta, carpeta, municipios(), avisar, leer=leer)
    except CartografiaRechazada as error:
        try:
            registro.anotar(carpeta, marca, str(error))
        except ErrorTablero as otro:
            avisar(f"{ruta.name}: no se pudo anotar que se rechazó. {otro}")
        raise
    avisar(f"Instalada: {nueva.titulo}.")


def _vistos(carpeta: Path, avisar: Avisar) -> Mapping[str, str]:
    """Lo que ya se vio; si esa memoria se dañó, se dice y se mira todo otra vez."""
    try:
        return registro.leer(carpeta)
    except ArchivoIlegible as error:
        avisar(f"{error}: se revisa otra vez todo lo que hay.")
        return {}
