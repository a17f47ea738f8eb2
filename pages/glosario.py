"""Glosario: qué quiere decir cada palabra del tablero."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.glosario import lista

pagina.abrir(menu.GLOSARIO, documentos=())
lista.dibujar()
