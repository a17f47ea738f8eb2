"""Historia de cortes: cómo ha avanzado la política de un corte a otro, y qué cambió entre dos."""

from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.historia import comparacion, plan_accion, series

filtros = pagina.abrir(
    menu.HISTORIA,
    "¿Cómo ha avanzado la política de un corte a otro, y qué cambió entre dos cortes?",
    documentos=(pagina.POLITICA,),
)
vista = politica_y_corte.elegir()
series.con_selector(vista)
comparacion.entre_cortes(vista)
plan_accion.dibujar(vista)
menu.enlace(menu.SEMAFORO, "Ver cómo va cada producto hoy →", filtros)
