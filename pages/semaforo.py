"""Semáforo: cómo va la política, por qué, a qué ritmo y cómo va cada uno de sus productos."""

from tablero.consultas import politica
from tablero.graficos import politica as distribucion
from tablero.interfaz import columnas_politica as columnas
from tablero.interfaz import (
    fuera,
    leyenda_semaforo,
    menu,
    objetivos_politica,
    pagina,
    por_que,
    productos,
    resumen_politica,
    ritmo,
    tarjeta,
    vista_politica,
)
from tablero.interfaz.conexion import preguntar

filtros = pagina.abrir(
    menu.SEMAFORO,
    "¿Cómo va cada producto de la política frente a lo que debía llevar, y qué la atrasa?",
    documentos=(pagina.POLITICA,),
)
vista = vista_politica.elegir()
resumen_politica.tarjetas(vista)
fuera.dibujar(vista)
resumen_politica.ponderaciones(vista)
resumen_politica.avance_y_trayectoria(vista)
tarjeta.grafico(
    preguntar(politica.semaforo, **vista.consulta),
    distribucion.barra_semaforo,
    "semaforo",
    columnas=columnas.SEMAFORO,
)
leyenda_semaforo.rangos()
leyenda_semaforo.definiciones()
por_que.dibujar(vista)
ritmo.dibujar(vista)
productos.sobre_ejecucion(vista)
objetivos_politica.dibujar(vista)
resumen_politica.distribucion_publicada(vista)
resumen_politica.sectores_publicados(vista)
productos.con_filtros(vista)
menu.enlace(menu.LOGROS, "Ver los logros, los enfoques y lo que el informe pide mejorar →", filtros)
