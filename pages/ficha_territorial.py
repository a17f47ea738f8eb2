"""Ficha territorial: lo que dice cada fuente de un municipio, un departamento o un clúster."""

from tablero.interfaz import ficha_territorial, menu
from tablero.interfaz.pagina import abrir

filtros = abrir(
    menu.FICHA,
    "¿Qué dice cada fuente de este lugar, y qué no dice ninguna?",
    ("eat", "cnim", "integra", "divipola"),
)
ficha_territorial.dibujar(filtros)
