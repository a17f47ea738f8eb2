"""Historia de cortes: cómo ha avanzado la política de un corte a otro, y qué cambió entre dos."""

from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.historia import secciones
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.HISTORIA, documentos=(pagina.POLITICA,))
vista = politica_y_corte.elegir()
pestanas.dibujar(secciones.de(vista), vista, suyos=secciones.SUYOS)
menu.enlace(menu.SEMAFORO, "Ver cómo va cada producto hoy →", filtros)
