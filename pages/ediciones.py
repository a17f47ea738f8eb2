"""Ediciones: cada estado del tablero que se publicó, y qué cambió de una a otra."""

from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas import ediciones
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.EDICIONES, documentos=())
pestanas.dibujar(
    {
        "publicadas": ("¿Qué se ha publicado?", ediciones.publicadas),
        "cambios": ("¿Qué cambió de una a otra?", ediciones.cambios),
    },
    filtros,
    suyos={"cambios": (ediciones.ANTES, ediciones.DESPUES)},
)
