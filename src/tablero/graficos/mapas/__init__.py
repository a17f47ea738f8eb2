"""Mapas del país: capas, clases, símbolos y lo que dicen."""
