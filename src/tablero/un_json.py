"""Lo que se escribe y se lee como JSON, sin una clase propia."""

from typing import Any

Json = Any
"""Texto, número, sí o no, nada, o una lista o un objeto con lo mismo adentro. Es `Any` porque su
forma la fija quien lo lee: Vega-Lite, Typst, un GeoJSON de otros."""
Objeto = dict[str, Any]
"""Un objeto de JSON: sus valores son `Json`."""
