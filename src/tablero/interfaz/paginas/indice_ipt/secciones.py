"""Las pestañas de la página del IPT calculado."""

from collections.abc import Callable

from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.indice_ipt import calculo, clasificacion, metodo, pesos
from tablero.interfaz.piezas import pestanas
from tablero.respuestas.ipt import Vista

SECCIONES: dict[str, tuple[str, Callable[[Vista], None]]] = {
    "pesos": ("Pesos", pesos.dibujar),
    "aportes": ("De qué está hecho", clasificacion.aportes),
    "comparacion": ("Contra lo publicado", calculo.comparacion),
    "categorias": ("Categorías", calculo.categorias),
    "confianza": ("Qué tan confiable es", calculo.diagnostico),
    "metodo": ("Cómo se calcula", metodo.dibujar),
}
"""Código en la URL → título de la pestaña y lo que la llena."""


@decir_fallas
def dibujar(vista: Vista) -> None:
    """Las pestañas, y dentro de la abierta, su sección."""
    pestanas.dibujar(SECCIONES, vista)
