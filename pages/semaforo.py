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
)
from tablero.interfaz.conexion import preguntar

filtros = pagina.abrir(
    menu.SEMAFORO,
    "¿Cómo va cada producto de la política frente a lo que debía llevar, y qué la atrasa?",
    documentos=("sdp",),
)
resumen_politica.tarjetas()
tarjeta.grafico(
    preguntar(politica.corte),
    avance.politica,
    "politica_avance",
    columnas=columnas.CORTE,
)
tarjeta.grafico(
    preguntar(politica.semaforo),
    distribucion.barra_semaforo,
    "semaforo",
    columnas=columnas.SEMAFORO,
)
leyenda_semaforo.rangos()
leyenda_semaforo.definiciones()
tarjeta.grafico(
    preguntar(politica.semaforo_contrastado),
    distribucion.distribuciones,
    "semaforo_contrastado",
    columnas=columnas.DISTRIBUCIONES,
)
tarjeta.grafico(preguntar(politica.brechas), avance.atrasos, "brechas", columnas=columnas.BRECHAS)
productos.sobre_ejecucion()
tarjeta.grafico(
    preguntar(politica.objetivos), avance.objetivos, "objetivos_avance", columnas=columnas.OBJETIVOS
)
objetivos_politica.comparados()
tarjeta.grafico(
    preguntar(politica.sectores), distribucion.sectores, "sectores", columnas=columnas.SECTORES
)
productos.con_filtros()
menu.enlace(menu.LOGROS, "Ver los logros, los enfoques y lo que el informe pide mejorar →", filtros)
