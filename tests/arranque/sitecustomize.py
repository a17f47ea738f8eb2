"""Todo Python que abren las pruebas arranca como en el equipo de quien usa el tablero.

`rfc3987-syntax` no está entre los paquetes del tablero: lo trae una herramienta de las pruebas. Si
jsonschema lo halla, y con él Altair, cada proceso compila al abrirse una gramática que nadie usa:
ocho décimas de segundo de un servidor que se abre en dos.
"""

import sys

sys.modules["rfc3987_syntax"] = None  # type: ignore[assignment]  # como si no estuviera
