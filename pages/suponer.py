"""¿Y si…?: cómo se movería la política con el próximo reporte de unos productos."""

from tablero.interfaz import menu, pagina, suponer, vista_politica

pagina.abrir(
    menu.SUPONER,
    "¿Cómo cambiarían el avance, la brecha y los colores de la política con otro reporte de uno o "
    "varios productos?",
    documentos=(pagina.POLITICA,),
)
vista = vista_politica.elegir()
suponer.dibujar(vista)
