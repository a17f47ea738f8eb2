"""La geometría que usan los mapas: viaja una sola vez, con su huella en el nombre."""

import hashlib
from functools import cache
from pathlib import Path

DEPARTAMENTOS = "departamentos_natural_earth.geojson"
RUTA_WEB = "app/static"
"""Bajo qué ruta entrega Streamlit la carpeta `static/`."""
CIFRAS_DE_HUELLA = 12


@cache
def nombre_publico(archivo: Path) -> str:
    """`departamentos_natural_earth.<huella>.geojson`: cambia si cambia el contenido."""
    huella = hashlib.sha256(archivo.read_bytes()).hexdigest()[:CIFRAS_DE_HUELLA]
    return f"{archivo.stem}.{huella}{archivo.suffix}"


def publicar(cartografia: Path, estaticos: Path) -> Path:
    """Copia la geometría a la carpeta que el servidor entrega, si no está ya; devuelve su ruta."""
    origen = cartografia / DEPARTAMENTOS
    destino = estaticos / nombre_publico(origen)
    if not destino.exists():
        estaticos.mkdir(parents=True, exist_ok=True)
        destino.write_bytes(origen.read_bytes())
    return destino


def url_departamentos(cartografia: Path) -> str:
    """La dirección, relativa a la aplicación, de los contornos de los departamentos."""
    return f"{RUTA_WEB}/{nombre_publico(cartografia / DEPARTAMENTOS)}"
