"""Semáforo: cómo van los 52 productos de la política."""

from tablero.consultas import politica
from tablero.graficos import politica as graficos
from tablero.interfaz import menu, pagina, tarjeta
from tablero.interfaz.conexion import preguntar

pagina.abrir(
    menu.SEMAFORO,
    "¿Cómo va cada producto de la política frente a lo que debía llevar?",
    documentos=("sdp",),
)
tarjeta.grafico(preguntar(politica.semaforo), graficos.barra_semaforo, "semaforo")
tarjeta.tabla(
    preguntar(politica.productos, objetivo=None, estado=None, tipo=None, sector=None),
    "Los productos, uno por uno",
    "productos",
)
