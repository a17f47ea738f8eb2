"""Qué se hizo y qué se rechazó: un renglón JSON por hecho, en archivos que rotan.

Los hechos (construir, sellar, importar, instalar) y las peticiones (descargas y rechazos) van a
archivos distintos: los primeros pueden pasar un día a otro registro sin que las segundas cambien.
"""

from tablero.registro.escribir import Hecho, anotar
from tablero.registro.ultimos import ultimos

__all__ = ["Hecho", "anotar", "ultimos"]
