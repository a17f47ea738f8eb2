"""La orden `tablero paquete`: todos los datos y sus metadatos, en un ZIP que se basta solo."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas
from tablero.cli.opciones import OtraBase

MEGA = 1e6


def paquete(
    destino: Annotated[
        Path, typer.Argument(help="El ZIP que se escribe, o la carpeta donde se pone.")
    ],
    base: OtraBase = None,
) -> None:
    """Escribe en un ZIP todas las tablas, sus metadatos para cada portal y sus sellos."""
    from tablero.consultas.base import Base
    from tablero.exportar.paquete.emision import Emision, edicion_de
    from tablero.exportar.paquete.escribir import guardar
    from tablero.publicacion import publicacion
    from tablero.registro.ediciones import ediciones
    from tablero.registro.lugares import Lugares

    archivo = base or rutas.BASE
    tablero = Base(archivo)
    edicion = edicion_de(tablero, ediciones(Lugares.de(archivo).registro))
    emision = Emision(tablero, edicion, publicacion())
    ruta = guardar(emision, destino)
    cual = f"edición {emision.version}" if edicion else emision.version
    megas = formato.numero(ruta.stat().st_size / MEGA, 1)
    typer.echo(f"{ruta} · {megas} MB · {cual} · licencia {emision.publicacion.licencia_dicha}")
