"""La línea de comandos `tablero`: un archivo por orden."""
