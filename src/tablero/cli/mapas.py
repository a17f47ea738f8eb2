"""Lo que las demás órdenes hacen con los mapas: instalar lo soltado, publicarlos y avisar."""

import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

import typer

from tablero import rutas
from tablero.errores import ArchivoIlegible, Ocupado, motivo
from tablero.filas import Fila


def instalar_lo_soltado() -> None:
    """Instala lo que alguien haya dejado en `shapefiles/` desde la última vez, y lo dice."""
    from tablero.territorio.oficial.sueltos import instalar_sueltos

    try:
        with en_exclusiva("instalar la cartografía nueva"):
            _mudar_lo_de_antes()
            instalar_sueltos(rutas.CARTOGRAFIA, municipios, avisar=typer.echo)
    except (Ocupado, ArchivoIlegible) as error:
        # El tablero se construye y se abre con los límites que hay; lo nuevo espera su turno.
        typer.echo(f"No se miró si hay cartografía nueva. {error}")


def avisar_si_no_hay_mapas() -> None:
    """Dice si la cartografía en uso está dañada: el tablero abre, y sus páginas dicen lo mismo."""
    from tablero.territorio.cartografia import vigente

    try:
        vigente(rutas.CARTOGRAFIA)
    except ArchivoIlegible as error:
        typer.echo(f"El tablero se abre sin mapas. {error}")


def publicar_mapas(base: Path) -> None:
    """Deja listos los mapas; si la cartografía está dañada lo dice, y el tablero queda construido.

    Los datos no la necesitan: las páginas dicen lo mismo donde iría el mapa.
    """
    from tablero.consultas.base import Base, Preguntas
    from tablero.exportar import mapa_web

    try:
        mapa_web.publicar(Preguntas(Base(base)), rutas.CARTOGRAFIA, rutas.ESTATICOS)
    except ArchivoIlegible as error:
        typer.echo(f"El tablero queda construido, y sin mapas. {error}")


def en_exclusiva(orden: str) -> AbstractContextManager[bool]:
    """Nadie más escribe mientras tanto; `Ocupado` si otra orden ya está."""
    from tablero.ingesta.fuentes import cerrojo

    return cerrojo.en_exclusiva(orden, rutas.DATOS)


def municipios() -> Sequence[Fila]:
    """Las filas de `municipios` del libro divipola: sirven también antes de construir."""
    from tablero.ingesta.fuentes.nomenclatura import leer_nomenclatura

    return leer_nomenclatura(rutas.FUENTES)["municipios"]


def _mudar_lo_de_antes() -> None:
    """Lo instalado por versiones anteriores estaba en `shapefiles/`: pasa a la carpeta de datos."""
    de_antes = rutas.CARTOGRAFIA / rutas.INSTALADA.name
    if not de_antes.is_dir() or rutas.INSTALADA.exists():
        return
    try:
        rutas.SUELTA.mkdir(parents=True, exist_ok=True)
        shutil.move(de_antes, rutas.INSTALADA)
    except OSError as error:
        typer.echo(f"{error.filename}: no se pudo pasar a {rutas.INSTALADA} ({motivo(error)}).")
