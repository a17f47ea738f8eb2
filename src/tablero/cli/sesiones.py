"""Las órdenes `tablero sesiones`: las que hay, la que proponen los datos y la que no se hace."""

from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, reloj, rutas
from tablero.cli import libro_de_sesion
from tablero.cli.espanol import Grupo, Orden, nuevo_grupo
from tablero.cli.libro_de_sesion import UNA
from tablero.cli.opciones import OtrasFuentes
from tablero.cli.simular import base_de
from tablero.errores import ErrorTablero

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones.estado import Sesion
    from tablero.respuestas.desde_la_ultima import Comparar
    from tablero.respuestas.ediciones import Cambio

AYUDA = "Las sesiones del Comité: las que están en el registro, y cómo se propone una."
DESDE = "sesiones proponer"

sesiones = nuevo_grupo(AYUDA, invoke_without_command=True)
for orden in (libro_de_sesion.exportar, libro_de_sesion.plantilla, libro_de_sesion.importar):
    sesiones.command(cls=Orden)(orden)


@sesiones.callback(cls=Grupo)
def listar(contexto: typer.Context, fuentes: OtrasFuentes = None) -> None:
    """Las sesiones del Comité: las que están en el registro, y cómo se propone una."""
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones.estado import actas

    contexto.obj = base_de(fuentes or rutas.FUENTES)
    if contexto.invoked_subcommand is not None:
        return
    leidas = actas(Lugares.de(contexto.obj).registro)
    if not leidas.sesiones:
        propone = rutas.orden("sesiones proponer FECHA")
        typer.echo(f"Todavía no hay ninguna. La primera se propone con: {propone}")
    for sesion in leidas.sesiones:
        typer.echo(_en_un_renglon(sesion))
    if leidas.sesiones:
        abiertos = leidas.abiertos()
        vencidos = sum(c.esta_vencido(reloj.hoy()) for c in abiertos)
        cuantos = formato.contar(len(abiertos), "compromiso abierto", "compromisos abiertos")
        typer.echo(f"{cuantos}; {formato.contar(vencidos, 'vencido', 'vencidos')}.")


@sesiones.command(cls=Orden)
def proponer(
    contexto: typer.Context,
    fecha: Annotated[str, typer.Argument(metavar="FECHA", help="El día: 15/12/2026 o 2026-12-15.")],
    lugar: Annotated[str, typer.Option(help="Dónde será.")] = "",
) -> None:
    """Escribe la sesión que proponen los datos: lo que cambió, se atrasó, venció o se debe."""
    from tablero.consultas.base import Base, Preguntas
    from tablero.registro.ediciones import ediciones
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones import validar
    from tablero.registro.sesiones.escribir import Escritor
    from tablero.registro.sesiones.estado import actas
    from tablero.respuestas.proponer import crear

    hoy = reloj.hoy()
    dia = validar.fecha_de_sesion(validar.fecha(fecha), hoy)
    lugares = Lugares.de(contexto.obj)
    registro = lugares.registro
    antes, publicadas = actas(registro), ediciones(registro)
    codigo = crear(
        Preguntas(Base(contexto.obj)),
        Escritor(registro, DESDE),
        antes,
        dia=dia,
        lugar=lugar,
        hoy=hoy,
        edicion=publicadas[-1].numero if publicadas else None,
        comparar=_comparar(lugares),
    )
    (nueva,) = (s for s in actas(registro).sesiones if s.codigo == codigo)
    typer.echo(f"Listo: {_en_un_renglon(nueva)}")
    for pantalla in nueva.pantallas:
        typer.echo(f"  {pantalla.titulo} · {pantalla.para_quien_habla}")


@sesiones.command(cls=Orden)
def cancelar(
    contexto: typer.Context,
    sesion: UNA,
    motivo: Annotated[str, typer.Option(help="Por qué no se hace: queda en el registro.")],
) -> None:
    """Dice que una sesión no se hace; nada de ella se pierde."""
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones.buscar import una
    from tablero.registro.sesiones.escribir import Escritor
    from tablero.registro.sesiones.estado import actas

    registro = Lugares.de(contexto.obj).registro
    suya = una(actas(registro).sesiones, sesion, reloj.hoy())
    if suya.cancelada:
        raise ErrorTablero(f"Esa sesión ya está cancelada: {suya.cancelada}")
    Escritor(registro, "sesiones cancelar").cancelar(suya.codigo, motivo)
    typer.echo(_en_un_renglon(una(actas(registro).sesiones, suya.codigo, reloj.hoy())))
    typer.echo("Lo suyo sigue en el registro, y sus compromisos siguen contando.")


def _comparar(lugares: "Lugares") -> "Comparar":
    """Compara dos ediciones, si de ambas se conserva el archivo."""

    def comparar(antes: int, despues: int) -> "Sequence[Cambio]":
        from tablero.consultas.base import Base
        from tablero.respuestas import ediciones

        archivos = [lugares.archivo(numero) for numero in (antes, despues)]
        if not all(archivo.is_file() for archivo in archivos):
            return ()
        return ediciones.comparar(*map(Base, archivos))

    return comparar


def _en_un_renglon(sesion: "Sesion") -> str:
    """«Sesión del 15 de diciembre de 2026 · Sala Barulé · edición 2 · 9 puntos · …»."""
    partes = [
        f"Sesión del {formato.fecha(sesion.fecha)}",
        sesion.lugar or "lugar sin definir",
        "sin edición" if sesion.edicion is None else f"edición {sesion.edicion}",
        formato.contar(len(sesion.puntos), "punto", "puntos"),
        formato.contar(len(sesion.pantallas), "pantalla", "pantallas"),
        formato.contar(len(sesion.presentes), "entidad presente", "entidades presentes"),
        f"código {sesion.codigo}",
        *([f"cancelada: {sesion.cancelada}"] if sesion.cancelada else []),
    ]
    return " · ".join(partes)
