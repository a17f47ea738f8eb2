"""Lo propio de cada página: una carpeta, o un archivo, por página."""
