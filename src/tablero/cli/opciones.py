"""Las opciones que llevan varias órdenes, con la misma ayuda."""

from pathlib import Path
from typing import Annotated

import typer

Politica = Annotated[
    str | None, typer.Option(help="Código de la política. Sin él, el de la única que haya.")
]
NombreDePolitica = Annotated[str | None, typer.Option(help="Nombre de la política, si es nueva.")]
AceptarPerdida = Annotated[
    str | None, typer.Option(help="Lo que se pierde al reemplazar, como lo dice la negativa.")
]
AceptarCambio = Annotated[
    list[str] | None,
    typer.Option(help="Otra fuente que se quitó o cambió a propósito; se puede repetir."),
]
OtrasFuentes = Annotated[
    Path | None, typer.Option(help="Otra carpeta de fuentes, con su propio tablero.")
]
OtraBase = Annotated[
    Path | None,
    typer.Option(help="Otro archivo DuckDB, por ejemplo el de unos datos simulados."),
]
