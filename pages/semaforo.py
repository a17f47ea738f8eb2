"""Semáforo: cómo va la política, por qué, a qué ritmo y cómo va cada uno de sus productos."""

from tablero.interfaz.filtros import politica_y_corte as vista_politica
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.semaforo import (
    objetivos,
    por_que,
    productos,
    resumen,
    ritmo,
    secciones,
)
from tablero.interfaz.piezas import pestanas

pagina.abrir(menu.SEMAFORO, documentos=(pagina.POLITICA,))
vista = vista_politica.elegir()
resumen.ponderaciones(vista)
pestanas.dibujar(
    {
        "va": ("¿Cómo va?", secciones.como_va),
        "por_que": ("¿Por qué?", por_que.dibujar),
        "ritmo": ("¿A qué ritmo?", ritmo.dibujar),
        "objetivos": ("Objetivos", objetivos.dibujar),
        "productos": ("Productos", productos.con_filtros),
        "sobre": ("Sobreejecución", productos.sobre_ejecucion),
        "medida": ("Cómo se mide", secciones.como_se_mide),
    },
    vista,
    suyos={"por_que": (por_que.POR,), "productos": tuple(productos.FILTROS)},
)
