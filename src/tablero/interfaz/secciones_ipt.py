"""Las pestañas de la página del IPT calculado."""

from collections.abc import Callable

from tablero.interfaz import calculo_ipt, clasificacion_ipt, metodo_ipt, pesos_ipt, secciones
from tablero.interfaz.fallas import decir_fallas
from tablero.interfaz.vista_ipt import Vista

SECCIONES: dict[str, tuple[str, Callable[[Vista], None]]] = {
    "pesos": ("Pesos", pesos_ipt.dibujar),
    "aportes": ("De qué está hecho", clasificacion_ipt.aportes),
    "comparacion": ("Contra lo publicado", calculo_ipt.comparacion),
    "categorias": ("Categorías", calculo_ipt.categorias),
    "confianza": ("Qué tan confiable es", calculo_ipt.diagnostico),
    "metodo": ("Cómo se calcula", metodo_ipt.dibujar),
}
"""Código en la URL → título de la pestaña y lo que la llena."""


@decir_fallas
def dibujar(vista: Vista) -> None:
    """Las pestañas, y dentro de la abierta, su sección."""
    secciones.dibujar(SECCIONES, vista)
