"""Cualquier página en la pared: se corre sin nadie que la mire y se graba lo que muestra."""
