"""Buscar: todo lo que el tablero sabe de unas palabras, un nombre o un código."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.buscar import resultados

pagina.abrir(menu.BUSCAR, ())
resultados.dibujar(resultados.campo())
