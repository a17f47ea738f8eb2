"""El sentido de los anillos de un TopoJSON: al revés, d3 y Vega llenan el mundo entero."""

from typing import Any

import numpy as np
import shapely


def enderezar(topojson: dict[str, Any]) -> None:
    """Pone los anillos exteriores como las manecillas del reloj, y los agujeros al contrario.

    La librería que lo escribe da un mismo sentido al agujero y al enclave que lo llena; aquí se
    invierte el que haga falta. Cambia `topojson`, que ya está cuantizado.
    """
    arcos = [np.cumsum(arco, axis=0) for arco in topojson["arcs"]]
    for objeto in topojson["objects"].values():
        for area in objeto["geometries"]:
            for parte in [area["arcs"]] if area["type"] == "Polygon" else area["arcs"]:
                for lugar, anillo in enumerate(parte):
                    vertices = [arcos[i] if i >= 0 else arcos[~i][::-1] for i in anillo]
                    es_exterior = lugar == 0
                    if shapely.is_ccw(shapely.linearrings(np.concatenate(vertices))) == es_exterior:
                        parte[lugar] = [~i for i in reversed(anillo)]
