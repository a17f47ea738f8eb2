"""Hallazgos: lo que hay que revisar en el libro oficial, y en qué difiere lo que reporta."""

from tablero.interfaz.filtros import politica
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.hallazgos import secciones, sin_libro

filtros = pagina.abrir(
    menu.HALLAZGOS,
    "¿Qué hay que revisar en el libro oficial de seguimiento, y sus porcentajes salen de sus metas "
    "y sus reportes?",
    documentos=(pagina.POLITICA,),
)
vista = politica.elegir()
if vista.tiene_libro:
    secciones.dibujar(vista)
else:
    sin_libro.dibujar(vista, filtros)
