"""Un gráfico para la pared: el mismo de la página, que nadie puede tocar, y con letra que se lee.

El dibujo mide `ANCHO` y la pantalla lo estira: una letra de `LETRA` se ve de 24 píxeles o más en
una sala de 1080 renglones.
"""

import re

from tablero.graficos.piezas.base import Grafico, Spec
from tablero.un_json import Json

ANCHO = 760
"""Píxeles del dibujo, antes de estirarse."""
LETRA = 17
"""La menor de cualquier texto, en los píxeles del dibujo."""
COLUMNAS = re.compile(r"width >= (?P<ancho>\d+) \? (?P<columnas>\d+)")
"""En cuántas va una leyenda, según el ancho (`piezas/leyenda.py`)."""
DE_LETRA = ("fontSize", "labelFontSize", "titleFontSize")
DE_TOCAR = ("href", "tooltip")
"""En la pared no hay ratón: sin enlaces ni ayudas."""


def para_la_sala(grafico: Grafico) -> Spec:
    """Su especificación, con datos, el ancho de la sala y ninguna letra menor que `LETRA`."""
    datos = grafico.datos.astype(object).where(grafico.datos.notna(), None)
    spec: Spec = _agrandar(quieta(grafico.spec, ANCHO))
    return {
        **spec,
        "width": ANCHO,
        "data": {"values": datos.to_dict("records")},
    }


def quieta(valor: Json, ancho: int) -> Json:
    """La misma especificación, o parte de ella, para una imagen de ese ancho en píxeles.

    Sin enlaces ni ayudas, y con las columnas de la leyenda que caben: con una expresión, Vega ya
    midió el alto con otro número.
    """
    if isinstance(valor, dict):
        if isinstance(valor.get("columns"), dict):
            valor = {**valor, "columns": _columnas(valor["columns"]["expr"], ancho)}
        return {clave: quieta(v, ancho) for clave, v in valor.items() if clave not in DE_TOCAR}
    return [quieta(v, ancho) for v in valor] if isinstance(valor, list) else valor


def _agrandar(valor: Json) -> Json:
    if isinstance(valor, dict):
        return {
            clave: max(v, LETRA) if clave in DE_LETRA and isinstance(v, int) else _agrandar(v)
            for clave, v in valor.items()
        }
    return [_agrandar(v) for v in valor] if isinstance(valor, list) else valor


def _columnas(expresion: str, ancho: int) -> int:
    """Las que caben en ese ancho."""
    caben = (int(c["columnas"]) for c in COLUMNAS.finditer(expresion) if int(c["ancho"]) <= ancho)
    return next(caben, 1)
