"""El mapa como GeoJSON: cada municipio con su área verdadera, su código, su valor y su fuente."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from tablero.consultas import mapas
from tablero.consultas.base import MARCA, Base
from tablero.exportar.csv_oficial import neutralizar
from tablero.graficos.mapas.variables import Variable
from tablero.territorio import cartografia
from tablero.un_json import Json, Objeto

DECIMALES = 5
"""De grado: alrededor de un metro."""
MIME = "application/geo+json"
PROPIAS = ("valor", "texto", "clase", "corte_fecha", "fuente_codigo", "ubicacion")


def geojson(
    base: Base,
    carpeta: Path,
    datos: pd.DataFrame,
    variable: Variable,
    departamento: str | None,
) -> bytes:
    """Los municipios del territorio, en el orden de sus códigos (RFC 7946, EPSG:4326).

    `datos` son los que tienen la variable, con su `clase`; los demás van con `null`. `carpeta` es
    la de la cartografía: la colección dice de quién son los límites y si son oficiales.
    """
    en_uso = cartografia.vigente(carpeta)
    areas = cartografia.municipios(carpeta).set_index("municipio_codigo").geometry
    con_valor = {fila["municipio_codigo"]: fila for fila in datos.to_dict("records")}
    rasgos = []
    for lugar in mapas.todos(base).datos.to_dict("records"):
        codigo = lugar["municipio_codigo"]
        if departamento is not None and lugar["departamento_nombre"] != departamento:
            continue
        fila = con_valor.get(codigo, {})
        propiedades = {
            "municipio_codigo": codigo,
            "municipio_nombre": neutralizar(lugar["municipio_nombre"]),
            "departamento_codigo": lugar["departamento_codigo"],
            "departamento_nombre": neutralizar(lugar["departamento_nombre"]),
            "divipola_fecha": lugar["divipola_fecha"].isoformat(),
            "variable": variable.codigo,
            "variable_titulo": variable.titulo,
            "nivel": variable.nivel,
            **{campo: _valor(fila.get(campo)) for campo in PROPIAS},
        }
        if base.es_simulado:
            propiedades[MARCA] = True
        rasgos.append(_rasgo(propiedades, areas.get(codigo)))
    coleccion = {
        "type": "FeatureCollection",
        "name": variable.codigo,
        "limites": neutralizar(en_uso.titulo),
        "credito": neutralizar(en_uso.credito),
        "features": rasgos,
    }
    return json.dumps(coleccion, ensure_ascii=False, separators=(",", ":")).encode()


def _rasgo(propiedades: Mapping[str, Json], area: BaseGeometry | None) -> Objeto:
    """Un municipio; sin geometría si la cartografía en uso no lo trae."""
    geometria = None
    if area is not None:
        redondeada = shapely.transform(area, lambda vertices: np.round(vertices, DECIMALES))
        # RFC 7946: el anillo de afuera, en sentido contrario al del reloj.
        geometria = mapping(shapely.orient_polygons(redondeada, exterior_cw=False))
    return {"type": "Feature", "properties": dict(propiedades), "geometry": geometria}


def _valor(valor: Any) -> Json:  # lo que pandas guarde en la columna
    """Un valor que JSON sabe escribir; lo que no hay, `null`."""
    if valor is None or (not isinstance(valor, str) and pd.isna(valor)):
        return None
    if isinstance(valor, str):
        return neutralizar(valor)
    return valor.isoformat() if hasattr(valor, "isoformat") else float(valor)
