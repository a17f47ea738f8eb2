"""En obra: la escribe quien tiene este encargo."""

from tablero.interfaz import menu, pagina, vista_politica

pagina.abrir(menu.PRODUCTO, "…", documentos=("sdp",))
vista = vista_politica.elegir()
