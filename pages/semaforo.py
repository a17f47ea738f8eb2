"""Semáforo: cómo va la política, por qué, a qué ritmo y cómo va cada uno de sus productos."""

from tablero.consultas import politica
from tablero.graficos.politica import semaforo as distribucion
from tablero.interfaz.filtros import politica_y_corte as vista_politica
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.semaforo import (
    columnas,
    leyenda,
    objetivos,
    por_que,
    productos,
    resumen,
    ritmo,
)
from tablero.interfaz.piezas import fuera, tarjeta

filtros = pagina.abrir(
    menu.SEMAFORO,
    "¿Cómo va cada producto de la política frente a lo que debía llevar, y qué la atrasa?",
    documentos=(pagina.POLITICA,),
)
vista = vista_politica.elegir()
resumen.tarjetas(vista)
fuera.dibujar(vista)
resumen.ponderaciones(vista)
resumen.avance_y_trayectoria(vista)
tarjeta.grafico(
    preguntar(politica.semaforo, **vista.consulta),
    distribucion.barra_semaforo,
    "semaforo",
    columnas=columnas.SEMAFORO,
)
leyenda.rangos()
leyenda.definiciones()
por_que.dibujar(vista)
ritmo.dibujar(vista)
productos.sobre_ejecucion(vista)
objetivos.dibujar(vista)
resumen.distribucion_publicada(vista)
resumen.sectores_publicados(vista)
productos.con_filtros(vista)
menu.enlace(menu.LOGROS, "Ver los logros, los enfoques y lo que el informe pide mejorar →", filtros)
