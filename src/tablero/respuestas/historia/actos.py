"""El registro de ajustes de una política, para decir al lado de cada cambio qué acto lo explica."""

from tablero.calculo.plan.ajustes import Ajuste, ajustes_de
from tablero.consultas import ajustes
from tablero.consultas.base import Preguntas


def registro(preguntar: Preguntas, politica: str) -> tuple[Ajuste, ...] | None:
    """Los ajustes de la política; `None` si el registro no trae ninguno suyo."""
    filas = preguntar(ajustes.lista, politica=politica, codigo=None).filas
    return ajustes_de(filas, politica) if filas else None
