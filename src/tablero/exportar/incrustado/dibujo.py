"""El dibujo de lo incrustado: dos veces, y la hoja de estilo muestra el que cabe."""

import re

from tablero.exportar.escribir.html.dibujo import en_linea
from tablero.exportar.imagen import con_datos
from tablero.graficos.piezas.base import Spec
from tablero.graficos.piezas.sala import quieta
from tablero.respuestas.cosas.cosa import Cosa

ANCHOS = {"ancho": 720, "angosto": 320}
"""Clase → píxeles: el de una columna de artículo y el de un teléfono."""
BARRAS_QUE_FALTAN = re.compile(r"Van \d+ de \d+: quedan fuera \d+\.")
"""Lo que una nota dice del dibujo recortado de la pared; aquí va entero."""


def dibujos(cosa: Cosa) -> str:
    """El HTML de los dos; vacío si no hay qué dibujar, o si lo que hay es un mapa."""
    spec = _especificacion(cosa)
    if spec is None:
        return ""
    alternativa = cosa.titulo if cosa.grafico is None else cosa.grafico.alternativa
    return "".join(
        f'<div class="dibujo {clase}">'
        f"{en_linea({**quieta(spec, ancho), 'width': ancho}, alternativa, clase)}</div>"
        for clase, ancho in ANCHOS.items()
    )


def notas(cosa: Cosa) -> list[str]:
    """Las suyas, menos la que cuenta las barras que aquí sí van."""
    entero = cosa.dibujo is not None
    return [n for n in cosa.notas if not (entero and BARRAS_QUE_FALTAN.fullmatch(n))]


def _especificacion(cosa: Cosa) -> Spec | None:
    if cosa.imagen is not None:
        return None
    if cosa.dibujo is not None:
        return cosa.dibujo()
    return None if cosa.grafico is None else con_datos(cosa.grafico, ANCHOS["ancho"])
