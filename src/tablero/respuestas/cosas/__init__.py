"""Lo que un tablero puede mostrar: un mensaje cada una, con sus cifras, su dibujo y su fuente."""
