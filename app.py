"""Inicio: el estado de las cosas en una pantalla, lo que un Comité pregunta primero."""

from tablero.consultas import fuentes, politica
from tablero.graficos.politica import semaforo as graficos
from tablero.interfaz.filtros import politica_y_corte as vista_politica
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.inicio import tarjetas
from tablero.interfaz.piezas import antiguedad, tarjeta

filtros = pagina.abrir(menu.INICIO, documentos=())
de_donde = preguntar(fuentes.fuentes)
antiguedad.franja(de_donde)
vista = vista_politica.mirar()
tarjetas.planes(filtros)
tarjetas.territorio(filtros)
tarjeta.grafico(
    preguntar(politica.semaforo, **vista.consulta),
    graficos.barra_semaforo,
    "semaforo",
)
antiguedad.tabla(de_donde)
