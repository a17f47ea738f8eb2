"""Los Centros Intégrate."""

from collections.abc import Iterator

from tablero.errores import ErrorDeCelda
from tablero.ingesta.reglas.leidas import Leidas, valores
from tablero.modelo.centros import CentroIntegrate


def aperturas(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un centro inicial no lleva fecha de apertura: sus días se cuentan desde el primero."""
    for _, fila in leidas[CentroIntegrate.tabla]:
        etapa, apertura = valores(fila, ("etapa", "apertura_fecha"))
        if etapa == "inicial" and apertura is not None:
            yield fila.error(
                f"«inicial» no lleva fecha de apertura ({apertura}): se cuenta abierto todo el "
                "periodo. Si abrió ese día, es «nuevo».",
                CentroIntegrate.columna("etapa"),
            )
