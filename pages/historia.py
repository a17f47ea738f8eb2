"""Historia de cortes: cómo ha avanzado la política de un corte a otro, y qué cambió entre dos."""

from tablero.interfaz import historia, historia_series, menu, pagina, plan_accion, vista_politica

filtros = pagina.abrir(
    menu.HISTORIA,
    "¿Cómo ha avanzado la política de un corte a otro, y qué cambió entre dos cortes?",
    documentos=(pagina.POLITICA,),
)
vista = vista_politica.elegir()
historia_series.con_selector(vista)
historia.entre_cortes(vista)
plan_accion.dibujar(vista)
menu.enlace(menu.SEMAFORO, "Ver cómo va cada producto hoy →", filtros)
