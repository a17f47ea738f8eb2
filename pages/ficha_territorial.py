"""Ficha territorial: lo que dice cada fuente de un municipio, un departamento o un clúster."""

from tablero.interfaz.marco import menu
from tablero.interfaz.marco.pagina import abrir
from tablero.interfaz.paginas.comparacion import lugares
from tablero.interfaz.paginas.ficha import lugar

filtros = abrir(menu.FICHA, ("eat", "cnim", "integra", "divipola"))
lugares.dibujar(filtros)
lugar.dibujar(filtros)
