"""Las órdenes `tablero ediciones` y `tablero volver`: lo publicado, y cómo se vuelve a ello."""

from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, rutas
from tablero.cli.espanol import Grupo, Orden, nuevo_grupo
from tablero.cli.opciones import OtrasFuentes
from tablero.cli.simular import base_de

if TYPE_CHECKING:
    from pathlib import Path

    from tablero.registro.ediciones import Edicion

AYUDA = "Las ediciones del tablero: cada estado que se publicó, y qué cambió de una a otra."
UNA = Annotated[int, typer.Argument(help="El número de la edición.")]
OTRA = Annotated[int, typer.Argument(help="El número de otra.")]

ediciones = nuevo_grupo(AYUDA, invoke_without_command=True)


@ediciones.callback(cls=Grupo)
def listar(contexto: typer.Context, fuentes: OtrasFuentes = None) -> None:
    """Las ediciones del tablero: cada estado que se publicó, y qué cambió de una a otra."""
    contexto.obj = base_de(fuentes or rutas.FUENTES)
    if contexto.invoked_subcommand is not None:
        return
    publicadas = _publicadas(contexto.obj)
    if not publicadas:
        typer.echo(f"Todavía no hay ninguna. La primera se publica con: {rutas.orden('construir')}")
    for edicion in publicadas:
        typer.echo(_en_un_renglon(edicion))


@ediciones.command(cls=Orden)
def comparar(contexto: typer.Context, antes: UNA, despues: OTRA) -> None:
    """Cada dato que cambió de una edición a otra, antes y después."""
    from tablero.consultas.base import Base
    from tablero.ingesta.ediciones.reconstruir import archivo_de
    from tablero.registro.ediciones import buscar
    from tablero.respuestas import ediciones as respuestas

    publicadas = _publicadas(contexto.obj)
    bases = []
    for numero in (antes, despues):
        edicion = buscar(publicadas, numero)
        rehecha = archivo_de(edicion, contexto.obj)
        if not rehecha.es_la_misma:
            typer.echo(rehecha.en_palabras(edicion), err=True)
        bases.append(Base(rehecha.archivo))
    cambios = respuestas.comparar(*bases)
    for cambio in cambios:
        typer.echo(cambio.en_palabras())
    cuantos = formato.contar(len(cambios), "cambio", "cambios")
    typer.echo(f"De la edición {antes} a la {despues}: {cuantos}.")


@ediciones.command(cls=Orden)
def rehacer(contexto: typer.Context, numero: UNA) -> None:
    """Deja a la mano el archivo DuckDB de una edición que ya no lo conserva."""
    from tablero.ingesta.ediciones.reconstruir import archivo_de
    from tablero.registro.ediciones import buscar

    edicion = buscar(_publicadas(contexto.obj), numero)
    rehecha = archivo_de(edicion, contexto.obj, typer.echo)
    typer.echo(rehecha.en_palabras(edicion))
    typer.echo(f"Su archivo: {rehecha.archivo}")


def volver(
    numero: UNA,
    nota: Annotated[str, typer.Option(help="Por qué se vuelve: queda en el registro.")],
    fuentes: OtrasFuentes = None,
) -> None:
    """Deja el tablero y sus libros como en una edición anterior, en una edición nueva."""
    from tablero.ingesta.ediciones.volver import volver as volver_a

    carpeta = fuentes or rutas.FUENTES
    nueva = volver_a(numero, carpeta, base_de(carpeta), nota=nota, avisar=typer.echo)
    typer.echo(f"Listo: {_en_un_renglon(nueva)}")


def _publicadas(tablero: "Path") -> "list[Edicion]":
    from tablero.registro.ediciones import ediciones as leer
    from tablero.registro.lugares import Lugares

    return leer(Lugares.de(tablero).registro)


def _en_un_renglon(edicion: "Edicion") -> str:
    """«Edición 6 · 30 de noviembre de 2026, 10:03 · root · 7 libros · contenido b66c326d82f2…»."""
    partes = [f"Edición {edicion.numero}"]
    if edicion.cuando is not None:
        partes.append(formato.momento(edicion.cuando.astimezone()))
    partes += [edicion.quien, formato.contar(len(edicion.libros), "libro", "libros")]
    if edicion.igual_a is not None:
        partes.append(f"igual a la {edicion.igual_a}")
    if edicion.nota:
        partes.append(f"«{edicion.nota}»")
    partes.append(f"contenido {formato.huella(edicion.contenido)}")
    partes.append(f"registro {formato.huella(edicion.huella)}")
    return " · ".join(partes)
