"""Qué es lo que da cada fixture que piden varios archivos de pruebas."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from orden import Hecho
from streamlit.testing.v1 import AppTest

Abrir = Callable[..., AppTest]
"""Dibuja una página con parámetros de la dirección: `abrir("pages/x.py", departamento="54")`."""
Texto = Callable[[AppTest], str]
"""Todo lo que una página escribe."""
LeerTodo = Callable[..., str]
"""Lo que escriben todas sus pestañas: `leer_todo("pages/x.py", municipio="54001")`."""
Editar = Callable[..., None]
"""Cambia una celda de un libro: `editar("cnim", "Transferencias", "Estado", 2, "girada")`."""
Fabrica = Callable[[Path], Any]
"""Escribe un archivo de prueba en esa ruta."""
Correr = Callable[..., Hecho]
"""Corre una orden del tablero: `correr("validar", ruta)`."""
Servir = Callable[..., AbstractContextManager[str]]
"""Abre el servidor propio sobre un archivo DuckDB, `servir(archivo)`; da su dirección."""
Contrastes = dict[str, dict[str, Any]]
"""Los contrastes de las fuentes reales, por código."""
