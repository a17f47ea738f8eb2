"""El archivo de las áreas, en TopoJSON."""

import hashlib
import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from topojson.core.topology import Topology

from tablero.errores import ErrorTablero, motivo
from tablero.territorio.bobinado import enderezar
from tablero.territorio.esquema.celdas import GRILLA, Areas

OBJETO = "municipios"
"""Nombre del objeto (la capa) dentro del TopoJSON."""
ORIGEN = (-82.0, -5.0)
"""Esquina suroeste de la grilla con que se escriben los vértices, en grados."""


def a_topojson(codigos: Sequence[str], areas: Areas) -> str:
    """Las áreas como TopoJSON cuantizado, con la propiedad `municipio_codigo`.

    La grilla es la misma de los vértices, así que cuantizar no mueve ninguno. Los anillos
    exteriores van en el sentido de las manecillas del reloj: al revés, d3 llena el mundo entero.
    """
    rasgos = [
        {
            "type": "Feature",
            "properties": {"municipio_codigo": codigo},
            "geometry": area.__geo_interface__,
        }
        for codigo, area in zip(codigos, areas, strict=True)
    ]
    topologia = Topology(
        {"type": "FeatureCollection", "features": rasgos},
        prequantize={"scale": [GRILLA, GRILLA], "translate": list(ORIGEN)},
        object_name=OBJETO,
    )
    contenido = topologia.to_dict()
    for area in contenido["objects"][OBJETO]["geometries"]:
        del area["id"]  # un número de orden: el código ya identifica al área
    enderezar(contenido)
    return json.dumps(contenido, ensure_ascii=False, separators=(",", ":")) + "\n"


def huella(contenido: bytes) -> str:
    """SHA-256 de un archivo, en hexadecimal."""
    return hashlib.sha256(contenido).hexdigest()


def reemplazar(archivo: Path, contenido: bytes) -> None:
    """Escribe el archivo de una vez: quien lo lea ve el de antes o el nuevo, nunca la mitad.

    `ErrorTablero` si no se puede escribir en su carpeta.
    """
    # Un nombre propio: dos procesos pueden escribir el mismo archivo a la vez.
    nuevo = archivo.with_name(f".{archivo.name}.{uuid4().hex}")
    try:
        archivo.parent.mkdir(parents=True, exist_ok=True)
        nuevo.write_bytes(contenido)
        nuevo.replace(archivo)
    except OSError as error:
        with suppress(OSError):
            nuevo.unlink(missing_ok=True)
        raise ErrorTablero(f"{archivo}: no se puede escribir ({motivo(error)}).") from None
