"""Hallazgos: lo que hay que revisar en el libro oficial, y en qué difiere lo que reporta."""

from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.marco import menu, pagina
from tablero.interfaz.paginas.hallazgos import lista, porcentajes, sin_libro
from tablero.interfaz.piezas import pestanas

filtros = pagina.abrir(menu.HALLAZGOS, documentos=(pagina.POLITICA,))
vista = politica_y_corte.elegir()
if vista.tiene_libro:
    pestanas.dibujar(
        {
            "revisar": ("¿Qué hay que revisar?", lista.dibujar),
            "uno": ("Uno por uno", lista.uno_por_uno),
            "contrastes": ("Reportado y recalculado", porcentajes.dibujar),
        },
        vista,
        suyos={
            "contrastes": ("medida", "causa", "estado", porcentajes.PARTE),
            "uno": (*lista.FILTROS, lista.PARTE),
        },
    )
else:
    sin_libro.dibujar(vista, filtros)
