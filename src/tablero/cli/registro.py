"""La orden `tablero registro verificar`: si lo anotado sigue siendo lo que se anotó."""

import typer

from tablero import formato, rutas
from tablero.cli.espanol import Grupo, Orden, nuevo_grupo
from tablero.cli.opciones import OtrasFuentes
from tablero.cli.simular import base_de
from tablero.errores import RegistroAlterado

AYUDA = (
    "El registro: qué se hizo, cuándo y quién, en una cadena que no se puede cambiar sin notarlo."
)

registro = nuevo_grupo(AYUDA, no_args_is_help=True)


@registro.callback(cls=Grupo)
def _grupo() -> None:
    """El registro de lo que se hizo."""


@registro.command(cls=Orden)
def verificar(fuentes: OtrasFuentes = None) -> None:
    """Revisa la cadena y muestra su última huella, que se compara con la de un anexo impreso."""
    from tablero.registro.archivo import leer
    from tablero.registro.cadena import fallas
    from tablero.registro.lugares import Lugares

    anotados = leer(Lugares.de(base_de(fuentes or rutas.FUENTES)).registro)
    if halladas := fallas(anotados):
        raise RegistroAlterado(
            "El registro no es el que se escribió:\n" + "\n".join(f"  {f}" for f in halladas)
        )
    if not anotados:
        typer.echo("El registro está vacío: todavía no se ha hecho nada.")
        return
    cuantos = formato.contar(len(anotados), "hecho", "hechos")
    typer.echo(f"La cadena está entera: {cuantos}. Última huella: {anotados[-1].huella}")
