"""Un cambio que un acto aprobado explica ya no es algo por confirmar: es una nota que lo nombra."""

from collections.abc import Callable
from dataclasses import replace

from tablero.calculo.plan.ajustes import Ajuste, Dato, Valor
from tablero.calculo.seguimiento.hallazgos.hallazgo import Hallazgo
from tablero.calculo.seguimiento.indicador import Clave

Explicar = Callable[[str, Dato | Clave, Valor], Ajuste | None]
"""De un producto, un dato y cómo quedó, el ajuste que lo explica."""
QUE_HACER = "Nada: el cambio está aprobado."


def nadie_explica(_codigo: str, _que: Dato | Clave, _queda: Valor) -> Ajuste | None:
    """Sin registro de ajustes."""
    return None


def con_acto(hallazgo: Hallazgo, acto: Ajuste | None) -> Hallazgo:
    """El hallazgo, con el acto que lo explica si lo hay."""
    if acto is None:
        return hallazgo
    return replace(
        hallazgo,
        severidad="nota",
        mensaje=f"{hallazgo.mensaje} Lo explica: {acto.texto}.",
        que_hacer=QUE_HACER,
    )
