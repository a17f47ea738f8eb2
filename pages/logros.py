"""Logros y enfoques: qué es la política, qué ha hecho y qué pide mejorar el informe."""

from tablero.consultas import listas, politica
from tablero.interfaz.filtros import politica_y_corte as vista_politica
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.logros import relatos
from tablero.interfaz.piezas import bloques, tarjeta

filtros = pagina.abrir(
    menu.LOGROS,
    "¿Qué busca la política de Bogotá, qué ha logrado y qué le pide mejorar su informe?",
    documentos=("sdp",),
)
vista = vista_politica.mirar()
ficha = preguntar(politica.ficha, politica=vista.politica)
if ficha.esta_vacio:
    relatos.sin_informe(vista)
else:
    tarjeta.bloque(ficha, "La política", "politica", relatos.ficha)
    tarjeta.bloque(
        preguntar(listas.cifras, codigos=relatos.CIFRAS),
        "Lo que se hizo, en cifras del informe",
        "logros_en_cifras",
        bloques.franja,
    )
    tarjeta.bloque(
        preguntar(politica.relatos, politica=vista.politica, seccion="logros"),
        "Los logros que destaca el informe",
        "logros",
        relatos.plegados,
    )
    tarjeta.bloque(
        preguntar(politica.relatos, politica=vista.politica, seccion="aportes"),
        "Lo que la política aporta a la ciudad",
        "aportes",
        relatos.plegados,
    )
    tarjeta.bloque(
        preguntar(politica.relatos, politica=vista.politica, seccion="acciones"),
        "Qué pide mejorar el informe",
        "acciones",
        relatos.plegados,
    )
    relatos.productos_por_revisar(vista)
    tarjeta.bloque(
        preguntar(listas.enunciados, listas=("politica_enfoques",)),
        "Los enfoques con que se atiende",
        "enfoques",
        relatos.plegados,
    )
    tarjeta.bloque(
        preguntar(listas.enunciados, listas=("politica_notas",)),
        "Notas del informe",
        "notas",
        relatos.plegados,
    )
    menu.enlace(menu.SEMAFORO, "Ver el semáforo de los productos →", filtros)
