"""Los contornos de los departamentos dentro de los que se reparten las áreas municipales."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import shapely

from tablero.errores import ArchivoIlegible, motivo
from tablero.formato import enumerar

DEPARTAMENTOS = "departamentos_natural_earth.geojson"
"""Su nombre en la carpeta de la cartografía; cada contorno lleva su código DIVIPOLA."""


def leer_contornos(ruta: Path) -> dict[str, shapely.Geometry]:
    """Código del departamento → su contorno, en grados WGS 84.

    `ArchivoIlegible` si falta el archivo, o si dos vecinos no comparten su frontera vértice a
    vértice: una rendija entre departamentos pasaría a los municipios.
    """
    try:
        rasgos = json.loads(ruta.read_text(encoding="utf-8"))["features"]
        contornos = {
            rasgo["properties"]["departamento_codigo"]: shapely.geometry.shape(rasgo["geometry"])
            for rasgo in rasgos
        }
    except OSError as error:
        raise ArchivoIlegible(f"{ruta}: no se puede leer ({motivo(error)}).") from None
    except (ValueError, KeyError, TypeError, AttributeError, shapely.errors.ShapelyError):
        raise ArchivoIlegible(
            f"{ruta.name}: no es un GeoJSON de polígonos con la propiedad departamento_codigo."
        ) from None
    _exigir_cobertura(contornos, ruta.name)
    return dict(sorted(contornos.items()))


def _exigir_cobertura(contornos: Mapping[str, shapely.Geometry], archivo: str) -> None:
    codigos = list(contornos)
    geometrias = np.array(list(contornos.values()), dtype=object)
    malos = ~shapely.is_valid(geometrias) | shapely.is_empty(geometrias)
    if malos.any():
        nombres = enumerar([codigos[i] for i in np.flatnonzero(malos)])
        raise ArchivoIlegible(f"{archivo}: el contorno de {nombres} está vacío o se cruza.")
    sueltos = ~shapely.is_empty(shapely.coverage_invalid_edges(geometrias))
    if sueltos.any():
        nombres = enumerar([codigos[i] for i in np.flatnonzero(sueltos)])
        raise ArchivoIlegible(
            f"{archivo}: los departamentos {nombres} se traslapan o dejan rendijas; "
            "se esperan fronteras compartidas vértice a vértice."
        )
