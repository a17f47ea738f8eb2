"""Las órdenes `tablero seguimiento`: del libro oficial (SISPP) a las cifras recalculadas."""

from tablero.cli.entidades import entidades
from tablero.cli.espanol import Grupo, Orden, nuevo_grupo
from tablero.cli.importar import importar
from tablero.cli.recalcular import calcular, reconocer
from tablero.cli.simular_libro import simular

seguimiento = nuevo_grupo(
    "Seguimiento de una política con su libro oficial (SISPP).", no_args_is_help=True
)


@seguimiento.callback(cls=Grupo)
def _grupo() -> None:
    """Seguimiento de una política con su libro oficial (SISPP)."""


for orden in (calcular, reconocer, importar, entidades, simular):
    seguimiento.command(cls=Orden)(orden)
