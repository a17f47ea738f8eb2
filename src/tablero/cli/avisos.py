"""Cómo dice la línea de comandos los avisos de los libros."""

from collections.abc import Sequence

import typer

from tablero import formato
from tablero.errores import ErrorDeCelda, en_palabras


def decir_avisos(avisos: Sequence[ErrorDeCelda]) -> None:
    """«Sin errores; 2 avisos:» y cada uno con su celda; el que se repite, una vez."""
    if not avisos:
        typer.echo("Sin errores.")
        return
    typer.echo(f"Sin errores; {formato.contar(len(avisos), 'aviso', 'avisos')}:")
    for renglon in en_palabras(avisos):
        typer.echo(f"  {renglon}")
