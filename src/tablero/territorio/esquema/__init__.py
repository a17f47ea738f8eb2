"""Áreas municipales esquemáticas: no oficiales, calculadas con la lista de centros poblados."""
