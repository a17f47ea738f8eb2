"""Un producto al que le falta el tercer número: «1.1. Talleres» se leería como el resultado 1.1.

La celda sola no lo dice; lo dicen las ponderaciones. Las de los productos suman 100 % y las de los
resultados también: una fila de resultado que pesa justo lo que a los productos les falta es uno.
"""

from collections.abc import Sequence
from math import fsum

from tablero.calculo.seguimiento.hallazgos.pesos import TOLERANCIA, TOTAL
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.por_codigo import sin_repetidos

FALTA_EL_TERCERO = (
    "tiene el código de un resultado, y pesa lo que a los productos les falta para sumar 100 %: "
    "escriba los tres números de su código, como en 1.1.4. La fila no se lee."
)


def sin_su_tercer_numero(indicadores: Sequence[Indicador]) -> list[Indicador]:
    """Los de código de resultado que, por lo que pesan, son productos; casi siempre, ninguno."""
    vigentes = [i for i in sin_repetidos(indicadores) if i.estado != "No vigente"]
    productos = [i for i in vigentes if i.clase == "producto"]
    resultados = [i for i in vigentes if i.clase == "resultado"]
    if not productos or not resultados or any(_peso(i) is None for i in vigentes):
        return []
    pesan = fsum(_peso(i) or 0.0 for i in resultados)
    faltan = TOTAL - fsum(_peso(i) or 0.0 for i in productos)
    if faltan <= TOLERANCIA or abs(pesan - faltan) > TOLERANCIA or _suman_todo(pesan):
        return []
    return resultados


def _suman_todo(pesan: float) -> bool:
    return abs(pesan - TOTAL) <= TOLERANCIA


def _peso(indicador: Indicador) -> float | None:
    return legible(indicador.ponderacion_pct)
