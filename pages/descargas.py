"""Descargas: todos los datos del tablero, y de dónde salen."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas import descargas
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.DESCARGAS, documentos=("sdp", "cnim", "eat", "comite", "integra"))
pestanas.dibujar(
    {
        "todo": ("Todo en un archivo", descargas.paquetes),
        "tablas": ("Tabla por tabla", descargas.tablas),
        "fuentes": ("¿De dónde salen?", descargas.fuentes),
    },
    filtros,
)
