"""La orden `tablero sellar`: primero muestra; sella cuando se le dice."""

import sys
from typing import Annotated

import typer

from tablero import rutas
from tablero.cli.avisos import decir_avisos
from tablero.errores import ErrorDeCelda, SinConfirmar
from tablero.formato import contar


def sellar(
    *,
    si: Annotated[
        bool, typer.Option("--si", help="Sella sin preguntar: lo que cambió ya se revisó.")
    ] = False,
) -> None:
    """Muestra qué cambió en cada libro y, si se le dice, lo sella."""
    from tablero.ingesta.construir import validar
    from tablero.ingesta.fuentes.cerrojo import en_exclusiva
    from tablero.ingesta.fuentes.documentos import descubrir, exigir_carpeta
    from tablero.ingesta.fuentes.pendiente import terminar_lo_pendiente
    from tablero.ingesta.fuentes.sellar import preparar
    from tablero.ingesta.fuentes.sellar import sellar as sellar_uno

    exigir_carpeta(rutas.FUENTES)
    with en_exclusiva("sellar", rutas.FUENTES.parent):
        terminar_lo_pendiente(rutas.FUENTES, typer.echo)
        documentos = descubrir(rutas.FUENTES)
        avisos: list[ErrorDeCelda] = []
        validar(documentos, avisos=avisos)
        por_sellar, iguales = preparar(documentos)
    for renglon in (*iguales, *(r for p in por_sellar for r in p.renglones)):
        typer.echo(renglon)
    if avisos:
        decir_avisos(avisos)
    if not por_sellar:
        return
    # Mientras la persona mira, las demás órdenes pueden seguir: al sellar se comprueba que el
    # libro y su ficha sean los que vio.
    _exigir_un_si(len(por_sellar), dicho=si)
    with en_exclusiva("sellar", rutas.FUENTES.parent):
        for pendiente in por_sellar:
            typer.echo(sellar_uno(pendiente))


def _exigir_un_si(cuantos: int, *, dicho: bool) -> None:
    """`SinConfirmar` si nadie dijo que sí, con la opción o en la consola."""
    if dicho:
        return
    libros = contar(cuantos, "libro", "libros")
    if not sys.stdin.isatty():
        raise SinConfirmar(
            f"No se selló nada: {libros} por sellar. Si lo que cambió es lo que debía, séllelo "
            f"con: {rutas.orden('sellar --si')}"
        )
    typer.echo(f"¿Sellar {libros}? Escriba «si» y oprima Entrar; cualquier otra cosa no sella: ")
    if sys.stdin.readline().strip().casefold() not in ("si", "sí", "s"):
        raise SinConfirmar("No se selló nada.")
