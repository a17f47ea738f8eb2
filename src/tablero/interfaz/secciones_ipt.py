"""Las pestañas de la página del IPT calculado: se arma y viaja solo la que está abierta."""

from collections.abc import Callable

from tablero.interfaz import calculo_ipt, clasificacion_ipt, filtros, metodo_ipt, pesos_ipt
from tablero.interfaz.vista_ipt import Vista

VER = "ver"
SECCIONES: dict[str, tuple[str, Callable[[Vista], None]]] = {
    "pesos": ("Pesos", pesos_ipt.dibujar),
    "aportes": ("De qué está hecho", clasificacion_ipt.aportes),
    "comparacion": ("Contra lo publicado", calculo_ipt.comparacion),
    "categorias": ("Categorías", calculo_ipt.categorias),
    "confianza": ("Qué tan confiable es", calculo_ipt.diagnostico),
    "metodo": ("Cómo se calcula", metodo_ipt.dibujar),
}
"""Código en la URL → título de la pestaña y lo que la llena."""


def dibujar(vista: Vista) -> None:
    """Las pestañas, y dentro de la abierta, su sección."""
    pestanas = filtros.pestanas(VER, {codigo: titulo for codigo, (titulo, _) in SECCIONES.items()})
    for codigo, pestana in pestanas.items():
        if pestana.open:
            with pestana:
                SECCIONES[codigo][1](vista)
