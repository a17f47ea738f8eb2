"""Inicio."""

from tablero.interfaz import menu, pagina

pagina.abrir(menu.INICIO, "¿Cómo vamos?", documentos=("sdp", "cnim", "eat"))
