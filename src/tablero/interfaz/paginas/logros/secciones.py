"""Las pestañas de los logros: lo que cada una muestra, en el orden en que se lee."""

from tablero.consultas import listas, politica
from tablero.interfaz.filtros import leer
from tablero.interfaz.marco import menu
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.logros import relatos
from tablero.interfaz.piezas import bloques, tarjeta
from tablero.respuestas.vista import PoliticaMirada


def que_es(vista: PoliticaMirada) -> None:
    """La política, en una frase por dato, y lo que se hizo, en cifras."""
    ficha = preguntar(politica.ficha, politica=vista.politica)
    tarjeta.bloque(ficha, "La política", "politica", relatos.ficha)
    tarjeta.bloque(
        preguntar(listas.cifras, codigos=relatos.CIFRAS),
        "Lo que se hizo, en cifras del informe",
        "logros_en_cifras",
        bloques.franja,
    )
    menu.enlace(menu.SEMAFORO, "Ver el semáforo de los productos →", leer())


def logros(vista: PoliticaMirada) -> None:
    """Los que destaca el informe."""
    _relatado(vista, "Los logros que destaca el informe", "logros")


def aportes(vista: PoliticaMirada) -> None:
    """Lo que la política le deja a la ciudad."""
    _relatado(vista, "Lo que la política aporta a la ciudad", "aportes")


def por_mejorar(vista: PoliticaMirada) -> None:
    """Lo que pide el informe."""
    _relatado(vista, "Qué pide mejorar el informe", "acciones")


def enfoques(_vista: PoliticaMirada) -> None:
    """Los enfoques con que se atiende, y las notas del informe."""
    for titulo, nombre in (
        ("Los enfoques con que se atiende", "enfoques"),
        ("Notas del informe", "notas"),
    ):
        enunciados = preguntar(listas.enunciados, listas=(f"politica_{nombre}",))
        tarjeta.bloque(enunciados, titulo, nombre, relatos.plegados)


def _relatado(vista: PoliticaMirada, titulo: str, seccion: str) -> None:
    respuesta = preguntar(politica.relatos, politica=vista.politica, seccion=seccion)
    tarjeta.bloque(respuesta, titulo, seccion, relatos.plegados)
