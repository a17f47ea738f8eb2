"""Los rangos del semáforo van uno a continuación del otro."""

from collections.abc import Iterator

from tablero.calculo.semaforo import rangos_de
from tablero.errores import ErrorDeCelda
from tablero.ingesta.reglas.leidas import Leidas
from tablero.modelo.semaforo import SemaforoRango


def mal_puestos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un error por libro cuyos rangos no encajan."""
    if not leidas.esta_completa(SemaforoRango.tabla):
        return
    for _, filas in leidas.libros(SemaforoRango.tabla):
        try:
            rangos_de(fila.valores for fila in filas)
        except ValueError as error:
            yield ErrorDeCelda(filas[0].archivo, hoja=SemaforoRango.hoja, mensaje=str(error))
