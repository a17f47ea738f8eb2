"""Las órdenes `tablero exportar` y `tablero conciliar`: lo que sale del tablero construido."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas
from tablero.cli.opciones import OtraBase
from tablero.exportar.csv_oficial import Dialecto


def exportar(
    destino: Annotated[Path, typer.Argument(help="Carpeta donde se escriben los archivos.")],
    dialecto: Annotated[
        Dialecto, typer.Option(help="«maquina» (coma, punto decimal) o «excel» (es-CO).")
    ] = "maquina",
    base: OtraBase = None,
) -> None:
    """Escribe un CSV por tabla, con su LEEME.txt."""
    from tablero.consultas.base import Base
    from tablero.exportar.carpeta import exportar_carpeta

    escritos = exportar_carpeta(Base(base or rutas.BASE), destino, dialecto)
    typer.echo(f"{len(escritos)} archivos en {destino}")


def conciliar() -> None:
    """Muestra lo publicado y lo calculado, y en qué difieren."""
    from tablero.consultas.base import Base
    from tablero.consultas.conciliacion import contrastes

    datos = contrastes(Base(rutas.BASE), documento=None, estado=None).datos
    for fila in datos.to_dict("records"):
        publicado = formato.numero_justo(fila["valor_publicado"])
        calculado = formato.numero_justo(fila["valor_calculado"])
        typer.echo(
            f"{fila['estado'].upper():14} {fila['descripcion']} "
            f"Publicado: {publicado} {fila['unidad']}; calculado: {calculado}."
        )
        if isinstance(fila["explicacion"], str):
            typer.echo(f"{'':14} {fila['explicacion']}")
    conteo = datos["estado"].value_counts()
    typer.echo("; ".join(f"{estado}: {numero}" for estado, numero in conteo.items()))
