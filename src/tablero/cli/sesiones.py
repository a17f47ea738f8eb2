"""Las órdenes `tablero sesiones`: las que hay, y la que proponen los datos."""

from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, reloj, rutas
from tablero.cli.espanol import Grupo, Orden, nuevo_grupo
from tablero.cli.opciones import OtrasFuentes
from tablero.cli.simular import base_de

if TYPE_CHECKING:
    from tablero.registro.sesiones.estado import Sesion

AYUDA = "Las sesiones del Comité: las que están en el registro, y cómo se propone una."
DESDE = "sesiones proponer"

sesiones = nuevo_grupo(AYUDA, invoke_without_command=True)


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
    """Escribe la sesión que proponen los datos: qué va atrasado, qué venció y qué se debe."""
    from tablero.consultas.base import Base, Preguntas
    from tablero.registro.ediciones import ediciones
    from tablero.registro.lugares import Lugares
    from tablero.registro.sesiones import validar
    from tablero.registro.sesiones.escribir import Escritor
    from tablero.registro.sesiones.estado import actas
    from tablero.respuestas.proponer import crear

    hoy = reloj.hoy()
    dia = validar.fecha_de_sesion(validar.fecha(fecha), hoy)
    registro = Lugares.de(contexto.obj).registro
    antes, publicadas = actas(registro), ediciones(registro)
    codigo = crear(
        Preguntas(Base(contexto.obj)),
        Escritor(registro, DESDE),
        antes,
        dia=dia,
        lugar=lugar,
        hoy=hoy,
        edicion=publicadas[-1].numero if publicadas else None,
    )
    (nueva,) = (s for s in actas(registro).sesiones if s.codigo == codigo)
    typer.echo(f"Listo: {_en_un_renglon(nueva)}")
    for pantalla in nueva.pantallas:
        typer.echo(f"  {pantalla.titulo} · {pantalla.para_quien_habla}")


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
    ]
    return " · ".join(partes)
