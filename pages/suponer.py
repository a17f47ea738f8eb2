"""¿Y si…?: cómo se movería la política con el próximo reporte de unos productos."""

from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.suponer import comparacion

pagina.abrir(menu.SUPONER, documentos=(pagina.POLITICA,))
vista = politica_y_corte.elegir()
comparacion.dibujar(vista)
