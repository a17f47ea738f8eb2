"""Instala sola la cartografía que alguien suelta en la carpeta `shapefiles/`."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tablero import rutas
from tablero.errores import CartografiaRechazada, motivo
from tablero.territorio.cartografia import ESQUEMATICA, instalada
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.oficial import registro
from tablero.territorio.oficial.comprobar import Municipios
from tablero.territorio.oficial.copiar import PARTES, SHAPEFILE, SUELTOS
from tablero.territorio.oficial.instalar import Avisar, huella, instalar
from tablero.territorio.oficial.reconocer import OTRAS_CLASES

EXTENSIONES = (SHAPEFILE, ".zip", *SUELTOS, *OTRAS_CLASES)
"""También las de lo que no se lee: quien lo suelta debe saber por qué no cambió nada."""
GEODATABASE = ".gdb"
"""Es una carpeta: se nombra, y no lo que lleva dentro."""
DEL_TABLERO = (ESQUEMATICA, DEPARTAMENTOS)


def buscar_sueltos(carpeta: Path) -> tuple[Path, ...]:
    """Los archivos de cartografía de la carpeta y sus subcarpetas que no son del tablero.

    Del más viejo al más nuevo: si hay varios, el último que llegó es el que queda en uso.
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
        and (ruta.is_file() or ruta.suffix.lower() == GEODATABASE)
    ]
    return tuple(sorted(hallados, key=lambda ruta: (ruta.stat().st_mtime_ns, ruta.name)))


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
    carpeta: Path, municipios: Callable[[], Municipios], avisar: Avisar = lambda _: None
) -> None:
    """Instala lo que se haya soltado en la carpeta y no se haya visto antes, y lo dice.

    `municipios` da las filas de la DIVIPOLA; solo se piden si hay algo nuevo. Lo que se rechaza se
    dice, con su motivo, y sigue en uso lo que había.
    """
    for ruta in buscar_sueltos(carpeta):
        try:
            marca = huella(ruta)
        except OSError as error:
            avisar(f"{ruta.name}: no se puede leer ({motivo(error)}); no se instaló.")
            continue
        vistos = registro.leer(carpeta)
        if marca in vistos:
            if vistos[marca]:
                avisar(f"Sigue sin instalarse {vistos[marca]}")
            continue
        avisar(f"Hay un archivo nuevo en {carpeta.name}: {ruta.name}.")
        try:
            nueva = instalar(ruta, carpeta, municipios(), avisar)
        except CartografiaRechazada as error:
            registro.anotar(carpeta, marca, str(error))
            avisar(f"No se instaló {error}")
        except Exception as error:  # pase lo que pase, el tablero abre con lo que había
            clase = type(error).__name__
            avisar(f"No se instaló {ruta.name}: falló al leerlo ({clase}). No se cambió nada.")
        else:
            avisar(f"Instalada: {nueva.titulo}.")
