"""Una sola búsqueda sobre todo lo que el tablero sabe: en memoria, y solo de este tablero."""
