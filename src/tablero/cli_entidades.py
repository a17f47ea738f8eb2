"""La orden `tablero seguimiento entidades`: lo que se le envía a cada entidad."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas


def entidades(
    destino: Annotated[Path, typer.Argument(help="La carpeta donde se escriben.")],
    base: Annotated[
        Path | None, typer.Option(help="Otro archivo DuckDB, por ejemplo uno de datos simulados.")
    ] = None,
) -> None:
    """Escribe el PDF y el CSV de cada entidad, con el último corte de cada política."""
    from tablero.consultas.base import Base
    from tablero.exportar.entidades.lote import escribir

    escritos = escribir(Base(base or rutas.BASE), destino, _avisar)
    typer.echo(f"{formato.contar(len(escritos), 'archivo', 'archivos')} en {destino}")


def _avisar(van: int, son: int, nombre: str) -> None:
    typer.echo(f"{van:>{len(str(son))}} de {son} · {nombre}")
