"""Glosario: qué quiere decir cada palabra del tablero."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.glosario import lista

pagina.abrir(
    menu.GLOSARIO,
    "¿Qué quiere decir cada palabra que se lee en el tablero?",
    documentos=(),
)
lista.dibujar()
