"""Las pestañas del Semáforo: lo que cada una muestra, en el orden en que se lee."""

import streamlit as st

from tablero.consultas import politica
from tablero.graficos.politica import semaforo as distribucion
from tablero.interfaz import filtros
from tablero.interfaz.marco import menu, que_hay
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.semaforo import columnas, leyenda, resumen
from tablero.interfaz.piezas import fuera, tarjeta
from tablero.respuestas.vista import PoliticaMirada

FALTAN = (
    (menu.HALLAZGOS, "Revisar el libro oficial: falta entregarlo →"),
    (menu.HISTORIA, "Comparar con otro corte o con el plan de acción: faltan entregarlos →"),
)
"""Las páginas que esperan algo que el tablero no trae, y cómo se dice."""


def como_va(vista: PoliticaMirada) -> None:
    """Las cifras de la política, lo que lleva contra lo que debía y el color de sus productos."""
    resumen.tarjetas(vista)
    fuera.dibujar(vista)
    resumen.avance_y_trayectoria(vista)
    tarjeta.grafico(
        preguntar(politica.semaforo, **vista.consulta),
        distribucion.barra_semaforo,
        "semaforo",
        columnas=columnas.SEMAFORO,
    )
    elegidos = filtros.leer()
    menu.enlace(
        menu.LOGROS,
        "Ver los logros, los enfoques y lo que el informe pide mejorar →",
        elegidos,
    )
    for pagina, etiqueta in FALTAN:
        if not que_hay.hay(pagina.necesita):
            menu.enlace(pagina, etiqueta, elegidos)


def como_se_mide(vista: PoliticaMirada) -> None:
    """Los rangos, las definiciones y lo que el informe publica de la distribución."""
    leyenda.rangos()
    de_donde, que_significan = st.columns(2)
    with de_donde:
        leyenda.de_donde_salen()
    with que_significan:
        leyenda.definiciones()
    resumen.distribucion_publicada(vista)
    resumen.sectores_publicados(vista)
