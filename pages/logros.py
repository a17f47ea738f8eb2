"""Logros y enfoques: qué es la política, qué ha hecho y qué pide mejorar el informe."""

from tablero.consultas import politica
from tablero.interfaz.filtros import politica_y_corte as vista_politica
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.logros import relatos, secciones
from tablero.interfaz.piezas import pestanas

pagina.abrir(menu.LOGROS, documentos=("sdp",))
vista = vista_politica.mirar()
if preguntar(politica.ficha, politica=vista.politica).esta_vacio:
    relatos.sin_informe(vista)
else:
    pestanas.dibujar(
        {
            "politica": ("¿Qué busca y qué hizo?", secciones.que_es),
            "logros": ("Logros", secciones.logros),
            "aportes": ("Aportes a la ciudad", secciones.aportes),
            "mejorar": ("¿Qué mejorar?", secciones.por_mejorar),
            "revisar": ("¿Qué productos revisar?", relatos.productos_por_revisar),
            "enfoques": ("Enfoques y notas", secciones.enfoques),
        },
        vista,
    )
