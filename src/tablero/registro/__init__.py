"""Qué se hizo, cuándo y quién: una cadena a la que solo se le agrega.

Los hechos (construir, sellar, importar, instalar, y cada edición del tablero) van a
`registro.sqlite`, encadenados; las peticiones (descargas y rechazos), a un renglón JSON en archivos
que rotan, y de ellas nunca se dice quién.
"""

from tablero.registro.escribir import Hecho, Peticion, anotar
from tablero.registro.ultimos import ultimos

__all__ = ["Hecho", "Peticion", "anotar", "ultimos"]
