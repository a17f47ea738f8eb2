"""La marca de los datos simulados en los archivos que alguien se lleva.

La columna `es_simulado` ya viene en cada respuesta (`consultas/base.py`); aquí están el nombre del
archivo y las palabras.
"""

AVISO = "DATOS SIMULADOS"
EXPLICACION = "Son inventados, para probar y enseñar: ninguna cifra es verdadera."
PREFIJO = "SIMULADO_"


def nombrar(archivo: str, *, es_simulado: bool) -> str:
    """`cifras.csv`, o `SIMULADO_cifras.csv` si sus datos son inventados."""
    return f"{PREFIJO}{archivo}" if es_simulado else archivo
