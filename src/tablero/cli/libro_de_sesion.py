"""Las órdenes que escriben una sesión en un libro y la traen de él."""

from pathlib import Path
from typing import Annotated

import typer

from tablero import formato, reloj, rutas
from tablero.cli.contra_que import lo_que_hay
from tablero.errores import ErrorTablero

UNA = Annotated[
    str, typer.Argument(metavar="SESION", help="Su código, su fecha (15/12/2026) o «última».")
]
DESTINO = Annotated[Path, typer.Argument(metavar="ARCHIVO", help="El .xlsx que se escribe.")]
XLSX = ".xlsx"


def exportar(contexto: typer.Context, sesion: UNA, archivo: DESTINO) -> None:
    """Escribe una sesión en un libro que se puede cambiar y volver a traer."""
    from tablero.exportar.libro_de_sesion import libro_de_sesion
    from tablero.registro.sesiones.buscar import una
    from tablero.respuestas.libro_de_la_sesion.contenido import de_la_sesion

    hay = lo_que_hay(contexto.obj)
    suya = una(hay.actas.sesiones, sesion, reloj.hoy())
    libro = libro_de_sesion(
        de_la_sesion(suya, hay.actas.compromisos),
        hay.entidades,
        sesion=suya,
        es_simulado=hay.preguntar.base.es_simulado,
    )
    _escribir(archivo, libro)
    typer.echo(f"La sesión del {formato.fecha(suya.fecha)}, código {suya.codigo} → {archivo}")


def plantilla(contexto: typer.Context, archivo: DESTINO) -> None:
    """Escribe el libro de una sesión en blanco, con cómo se llena."""
    from tablero.exportar.libro_de_sesion import libro_de_sesion

    hay = lo_que_hay(contexto.obj)
    es_simulado = hay.preguntar.base.es_simulado
    _escribir(archivo, libro_de_sesion(None, hay.entidades, es_simulado=es_simulado))
    orden = rutas.orden(f"sesiones importar {rutas.entre_comillas(archivo)}")
    typer.echo(f"El libro en blanco → {archivo}\nYa lleno, se trae con: {orden}")


def importar(
    contexto: typer.Context,
    archivo: Annotated[Path, typer.Argument(metavar="ARCHIVO", help="El libro, .xlsx u .ods.")],
    *,
    sesion: Annotated[
        str, typer.Option(help="El código de la que se cambia. Sin él, se hace una nueva.")
    ] = "",
    quitar: Annotated[
        bool, typer.Option("--quitar", help="Quita de esa sesión lo que el libro no trae.")
    ] = False,
    mirar: Annotated[
        bool, typer.Option("--mirar", help="Dice qué haría, y no escribe nada.")
    ] = False,
) -> None:
    """Trae una sesión de su libro: entera o, con un solo error, nada."""
    from dataclasses import replace

    from tablero.cli.avisos import decir_avisos
    from tablero.libro.leer import leer_libro
    from tablero.registro.ediciones import ediciones
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones.buscar import una
    from tablero.registro.sesiones.escribir import Escritor
    from tablero.respuestas.libro_de_la_sesion.hojas import COMO_SE_LLENA, HOJAS
    from tablero.respuestas.libro_de_la_sesion.importar import preparar

    if quitar and not sesion:
        raise ErrorTablero("De una sesión nueva no hay qué quitar: diga cuál cambia con --sesion.")
    hay = lo_que_hay(contexto.obj)
    if sesion:
        hay = replace(hay, sesion=una(hay.actas.sesiones, sesion, reloj.hoy()))
    leido = leer_libro(archivo, HOJAS, archivo.name, sin_datos=(COMO_SE_LLENA,))
    importacion = preparar(leido, archivo.name, hay, quitar=quitar)
    decir_avisos(importacion.avisos)
    for renglon in importacion.en_palabras():
        typer.echo(renglon)
    if mirar:
        typer.echo("No se escribió nada.")
        return
    registro = Lugares.de(contexto.obj).registro
    publicadas = ediciones(registro)
    codigo = importacion.escribir(
        Escritor(registro, "sesiones importar"),
        edicion=publicadas[-1].numero if publicadas else None,
    )
    typer.echo(f"Listo: sesión del {formato.fecha(importacion.contenido.fecha)}, código {codigo}")


def _escribir(archivo: Path, libro: bytes) -> None:
    """`ErrorTablero` si no es .xlsx, o si ya hay algo ahí: quizá alguien lo está llenando."""
    if archivo.suffix.lower() != XLSX:
        raise ErrorTablero(f"{archivo.name}: el libro se escribe como {XLSX}.")
    if archivo.exists():
        raise ErrorTablero(f"{archivo} ya existe: escoja otro nombre, o muévalo.")
    archivo.write_bytes(libro)
