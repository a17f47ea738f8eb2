"""Las pestañas de la historia: las que tienen con qué responder."""

from collections.abc import Callable

from tablero.interfaz.filtros.cortes import ANTES
from tablero.interfaz.paginas.historia import comparacion, plan_accion, series
from tablero.interfaz.paginas.historia.cuadros import CLASE
from tablero.respuestas.vista import PoliticaMirada

Seccion = Callable[[PoliticaMirada], None]
SUYOS = {"datos": (CLASE,), "efectos": (ANTES,)}
"""Los parámetros que solo dicen algo en una pestaña."""


def de(vista: PoliticaMirada) -> dict[str, tuple[str, Seccion]]:
    """La serie y el plan, siempre; lo que cambió, si hay dos cortes."""
    de_dos: dict[str, tuple[str, Seccion]] = {
        "efectos": ("¿Qué movió el avance?", comparacion.efectos),
        "estados": ("¿Qué cambió de color?", comparacion.estados),
        "datos": ("¿Qué datos cambiaron?", comparacion.datos),
    }
    return {
        "avance": ("¿Cómo ha avanzado?", como_ha_avanzado),
        **(de_dos if len(vista.cortes) > 1 else {}),
        "plan": ("Plan de acción", plan_accion.dibujar),
    }


def como_ha_avanzado(vista: PoliticaMirada) -> None:
    """Lo que falta para comparar, si hay un solo corte, y la serie de los que hay."""
    if len(vista.cortes) == 1:
        comparacion.un_solo_corte(vista)
    series.con_selector(vista)
