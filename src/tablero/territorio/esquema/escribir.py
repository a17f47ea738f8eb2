"""El archivo de las áreas, en GeoJSON."""

import hashlib
import json
import math
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

import shapely
from shapely.geometry import mapping

from tablero.errores import ErrorTablero, motivo
from tablero.territorio.esquema.celdas import GRILLA, Areas

DECIMALES = round(-math.log10(GRILLA))


def a_geojson(codigos: Sequence[str], areas: Areas) -> str:
    """Las áreas como GeoJSON, una por renglón, con la propiedad `municipio_codigo`.

    Los vértices ya están en la grilla: escribirlos con sus decimales no mueve ninguno. Los anillos
    exteriores van en el sentido de las manecillas del reloj: al revés, d3 llena el mundo entero.
    """
    redondas = shapely.transform(
        shapely.orient_polygons(areas, exterior_cw=True), lambda puntos: puntos.round(DECIMALES)
    )
    rasgos = (
        {
            "type": "Feature",
            "properties": {"municipio_codigo": codigo},
            "geometry": mapping(area),
        }
        for codigo, area in zip(codigos, redondas, strict=True)
    )
    renglones = ",\n".join(json.dumps(rasgo, separators=(",", ":")) for rasgo in rasgos)
    return f'{{"type":"FeatureCollection","features":[\n{renglones}\n]}}\n'


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
