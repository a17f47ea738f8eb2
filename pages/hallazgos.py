"""Hallazgos: lo que hay que revisar en el libro oficial, y en qué difiere lo que reporta."""

from tablero.interfaz import hallazgos_sin_libro, menu, pagina, secciones_hallazgos, vista_politica

filtros = pagina.abrir(
    menu.HALLAZGOS,
    "¿Qué hay que revisar en el libro oficial de seguimiento, y sus porcentajes salen de sus metas "
    "y sus reportes?",
    documentos=(pagina.POLITICA,),
)
vista = vista_politica.elegir()
if vista.tiene_libro:
    secciones_hallazgos.dibujar(vista)
else:
    hallazgos_sin_libro.dibujar(vista, filtros)
