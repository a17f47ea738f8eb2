"""La orden `tablero fichas`: las fichas territoriales de los municipios priorizados, en PDF."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas
from tablero.cli.entidades import avisar_avance, exigir_todos
from tablero.cli.opciones import OtraBase


def fichas(
    destino: Annotated[
        Path, typer.Argument(help="El ZIP que se escribe, o la carpeta donde se pone.")
    ],
    carpeta: Annotated[
        bool, typer.Option("--carpeta", help="Escribe los PDF sueltos en DESTINO, sin ZIP.")
    ] = False,
    base: OtraBase = None,
) -> None:
    """Escribe en PDF la ficha territorial de cada municipio priorizado."""
    from tablero.consultas.base import Base
    from tablero.exportar.impresas.ficha import las_de_priorizados, nombre_del_zip
    from tablero.exportar.impresas.lote import escribir_sueltas, escribir_zip
    from tablero.respuestas.ficha.pais import de_base

    pais = de_base(Base(base or rutas.BASE))
    hojas = las_de_priorizados(pais, rutas.CARTOGRAFIA)
    if carpeta:
        lote = escribir_sueltas(hojas, destino, avisar_avance)
    else:
        lote = escribir_zip(hojas, destino, nombre_del_zip(pais), avisar_avance)
    typer.echo(f"{formato.contar(lote.hechas, 'ficha', 'fichas')} en {lote.donde}")
    exigir_todos(lote.fallas)
