"""Las órdenes `tablero construir` y `tablero validar`: de los libros al tablero."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, rutas, temporales
from tablero.cli.avisos import decir_avisos
from tablero.cli.mapas import instalar_lo_soltado, publicar_mapas
from tablero.cli.simular import base_de
from tablero.errores import ErrorDeCelda


def construir(
    fuentes: Annotated[
        Path | None,
        typer.Option(help="Otra carpeta de fuentes; su tablero queda al lado de ella."),
    ] = None,
    aceptar_cambio: Annotated[
        list[str] | None,
        typer.Option(help="Una fuente que se quitó o cambió a propósito; se puede repetir."),
    ] = None,
    nota: Annotated[
        str, typer.Option(help="Qué trae de nuevo: queda con su edición en el registro.")
    ] = "",
) -> None:
    """Construye el tablero con los libros de data/fuentes."""
    from tablero.ingesta.construir import Aceptado
    from tablero.ingesta.construir import construir as construir_base

    temporales.barrer()
    carpeta = fuentes or rutas.FUENTES
    base = base_de(carpeta)
    aceptado = Aceptado(tuple(aceptar_cambio or ()))
    informe = construir_base(carpeta, base, avisar=typer.echo, aceptado=aceptado, nota=nota)
    instalar_lo_soltado()
    publicar_mapas(base)
    if informe.edicion is None:
        typer.echo("Dice lo mismo que antes: sigue la misma edición.")
    else:
        typer.echo(f"Edición {informe.edicion.numero}, publicada por {informe.edicion.quien}.")
    total = formato.numero(sum(informe.filas.values()))
    typer.echo(
        f"Listo: {len(informe.filas)} tablas, {total} filas en "
        f"{formato.numero(informe.segundos, 1)} s → {base}"
    )
    if informe.avisos:
        decir_avisos(informe.avisos)


def validar(
    ruta: Annotated[
        Path | None,
        typer.Argument(help="Un libro, o una carpeta de fuentes. Sin ella, data/fuentes."),
    ] = None,
) -> None:
    """Revisa los libros y dice todo lo que está mal."""
    from tablero.ingesta.construir import validar as validar_fuentes
    from tablero.ingesta.fuentes.documentos import descubrir
    from tablero.ingesta.validar_uno import validar_libro
    from tablero.libro.archivos import partes_de

    avisos: list[ErrorDeCelda] = []
    if ruta is not None and (ruta.is_file() or (ruta.is_dir() and partes_de(ruta))):
        avisos += validar_libro(ruta, rutas.FUENTES)
    else:
        validar_fuentes(descubrir(ruta or rutas.FUENTES), avisos=avisos)
    decir_avisos(avisos)
