"""Planes de acción y ajustes inventados, del mismo mundo que los libros de seguimiento.

`mundo` dice qué promete cada versión, `hoja` lo pone en celdas, `fallas` las estropea, `escribir`
guarda el `.xlsx` y `ajustes` da los actos que explican lo que cambia de un corte a otro.
"""
