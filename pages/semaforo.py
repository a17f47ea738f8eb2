"""Semáforo: cómo va la política, qué la atrasa y cómo va cada uno de sus productos."""

from tablero.consultas import politica
from tablero.graficos import politica as distribucion
from tablero.graficos import politica_avance as avance
from tablero.interfaz import columnas_politica as columnas
from tablero.interfaz import (
    leyenda_semaforo,
    menu,
    objetivos_politica,
    pagina,
    productos,
    resumen_politica,
    tarjeta,
    vista_politica,
)
from tablero.interfaz.conexion import preguntar

filtros = pagina.abrir(
    menu.SEMAFORO,
    "¿Cómo va cada producto de la política frente a lo que debía llevar, y qué la atrasa?",
    documentos=("sdp",),
)
vista = vista_politica.elegir()
resumen_politica.tarjetas(vista)
tarjeta.grafico(
    preguntar(politica.corte, **vista.consulta),
    avance.politica,
    "politica_avance",
    columnas=columnas.CORTE,
)
tarjeta.grafico(
    preguntar(politica.semaforo, **vista.consulta),
    distribucion.barra_semaforo,
    "semaforo",
    columnas=columnas.SEMAFORO,
)
leyenda_semaforo.rangos()
leyenda_semaforo.definiciones()
resumen_politica.distribucion_publicada(vista)
tarjeta.grafico(
    preguntar(politica.brechas, **vista.consulta),
    avance.atrasos,
    "brechas",
    columnas=columnas.BRECHAS,
)
productos.sobre_ejecucion(vista)
tarjeta.grafico(
    preguntar(politica.objetivos, **vista.consulta),
    avance.objetivos,
    "objetivos_avance",
    columnas=columnas.OBJETIVOS,
)
objetivos_politica.comparados(vista)
resumen_politica.sectores_publicados(vista)
productos.con_filtros(vista)
menu.enlace(menu.LOGROS, "Ver los logros, los enfoques y lo que el informe pide mejorar →", filtros)
