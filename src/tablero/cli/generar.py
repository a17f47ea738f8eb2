"""Las órdenes `tablero plantilla` y `tablero generar`: lo que sale del modelo."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import rutas


def plantilla(
    destino: Annotated[Path, typer.Argument(help="Carpeta donde se escriben las plantillas.")],
) -> None:
    """Escribe el libro vacío de cada documento, y las plantillas del acta y las diapositivas."""
    from tablero.derivados.generar import escribir_plantillas
    from tablero.exportar.escribir import docx, pptx
    from tablero.exportar.escribir.docx import plantilla as del_acta
    from tablero.exportar.escribir.pptx import plantilla as de_las_diapositivas

    for ruta in escribir_plantillas(destino):
        typer.echo(str(ruta))
    for nombre, hacer in (
        (docx.PLANTILLA, del_acta.escribir),
        (pptx.PLANTILLA, de_las_diapositivas.escribir),
    ):
        ruta = destino / nombre
        ruta.write_bytes(hacer())
        typer.echo(str(ruta))


def generar(
    verificar: Annotated[
        bool, typer.Option("--verificar", help="No escribe: falla si algo está desactualizado.")
    ] = False,
) -> None:
    """Escribe los archivos que salen del modelo."""
    from tablero.derivados import generar as generados

    if verificar:
        generados.verificar(rutas.RAIZ)
        typer.echo("Los archivos generados están al día.")
        return
    for ruta in generados.generar(rutas.RAIZ):
        typer.echo(str(ruta.relative_to(rutas.RAIZ)))
