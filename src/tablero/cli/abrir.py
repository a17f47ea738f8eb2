"""La orden `tablero abrir`: el servidor propio, en este equipo o en la red."""

from typing import TYPE_CHECKING, Annotated

import typer

from tablero import formato, rutas
from tablero.cli.mapas import avisar_si_no_hay_mapas, instalar_lo_soltado
from tablero.cli.opciones import OtraBase
from tablero.cli.simular import elegir_base

if TYPE_CHECKING:
    from tablero.registro.ediciones import Edicion

ULTIMO_PUERTO = 65_535


def exigir_puerto(puerto: int) -> int:
    """El puerto, si existe; si no, un error de escritura."""
    if not 0 < puerto <= ULTIMO_PUERTO:
        raise typer.BadParameter(f"debe estar entre 1 y {formato.numero(ULTIMO_PUERTO)}.")
    return puerto


def abrir(
    puerto: Annotated[
        int, typer.Option(help="Puerto donde se atiende.", callback=exigir_puerto)
    ] = 8501,
    host: Annotated[str, typer.Option(help="Dirección donde se atiende.")] = "localhost",
    sin_navegador: Annotated[
        bool, typer.Option("--sin-navegador", help="No abre el navegador.")
    ] = False,
    base: OtraBase = None,
    nombre: Annotated[
        list[str] | None,
        typer.Option(help="Otro nombre con que se publica, como el de un proxy. Se puede repetir."),
    ] = None,
    *,
    desarrollo: Annotated[
        bool,
        typer.Option("--desarrollo", help="Vuelve a dibujar lo abierto cuando cambia el código."),
    ] = False,
) -> None:
    """Abre el tablero en el navegador."""
    from tablero.ingesta.ediciones.publicar import terminar_si_hay
    from tablero.interfaz.marco.calentar import calentar
    from tablero.interfaz.servidor.arrancar import servir

    if base is not None:
        elegir_base(base)
    terminar_si_hay(rutas.BASE, rutas.FUENTES)
    instalar_lo_soltado()
    avisar_si_no_hay_mapas()
    servir(
        rutas.RAIZ / "app.py",
        puerto,
        host,
        al_iniciar=calentar,
        abrir_navegador=not sin_navegador,
        otros_nombres=nombre or (),
        desarrollo=desarrollo,
        rehacer=rehacer,
    )


def rehacer(edicion: "Edicion") -> str:
    """Deja a la mano el archivo de esa edición; lo que conviene saber, si no dice lo mismo."""
    from tablero.ingesta.ediciones.reconstruir import archivo_de

    rehecha = archivo_de(edicion, rutas.BASE)
    return "" if rehecha.es_la_misma else rehecha.en_palabras(edicion)
