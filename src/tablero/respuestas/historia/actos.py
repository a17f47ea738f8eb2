"""El registro de ajustes de una política, para decir al lado de cada cambio qué acto lo explica."""

from tablero.calculo.plan.ajustes import Ajuste, ajustes_de
from tablero.consultas import ajustes
from tablero.interfaz.marco.conexion import preguntar


def registro(politica: str) -> tuple[Ajuste, ...] | None:
    """Los ajustes de la política; `None` si el registro no trae ninguno suyo."""
    datos = preguntar(ajustes.lista, politica=politica, codigo=None).datos
    if datos.empty:
        return None
    filas = datos.astype(object).where(datos.notna(), None).to_dict("records")
    return ajustes_de(filas, politica)
