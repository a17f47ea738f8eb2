"""Por entidad: cómo van los productos de cada una y qué debe hacer con ellos."""

from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.comparacion import entidades
from tablero.interfaz.paginas.entidad import hoja

filtros = pagina.abrir(menu.ENTIDAD, documentos=(pagina.POLITICA,))
vista = politica_y_corte.elegir()
entidades.dibujar(vista)
hoja.dibujar(vista, filtros)
