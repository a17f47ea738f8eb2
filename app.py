"""Inicio: el estado de las cosas en una pantalla, lo que un Comité pregunta primero."""

from tablero.consultas import fuentes, politica
from tablero.graficos import politica as graficos
from tablero.interfaz import menu, pagina, portada, tarjeta, vista_politica
from tablero.interfaz.conexion import preguntar

filtros = pagina.abrir(
    menu.INICIO,
    "¿Cómo va la política, a quién se atiende, dónde y con qué recursos?",
    documentos=(pagina.POLITICA, "cnim", "eat"),
)
vista = vista_politica.mirar()
portada.planes(filtros)
portada.territorio(filtros)
tarjeta.grafico(
    preguntar(politica.semaforo, **vista.consulta),
    graficos.barra_semaforo,
    "semaforo",
)
tarjeta.tabla(
    preguntar(fuentes.fuentes),
    "Hasta cuándo llegan los datos",
    "fuentes",
    columnas=("titulo", "entidad", "corte_texto", "licencia"),
    encabezados=(("titulo", "Documento"), ("entidad", "Quién lo publica")),
)
