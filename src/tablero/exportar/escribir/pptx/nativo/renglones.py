"""Barras con su raya de referencia: la raya va como otra serie, al lado de su barra."""

import re
from typing import Any

from tablero.exportar.escribir.pptx.nativo.base import (
    TINTA,
    PorCategorias,
    Serie,
    cortos,
    de_papel,
    numeros,
)
from tablero.graficos.piezas.base import Grafico

CONTRATO = frozenset({"nombre", "valor_texto", "valor", "marca", "color"})
PIE = re.compile(r"Barra: (?P<barra>[^.]+)\. Raya: (?P<raya>[^.]+)\.")
"""Lo que el pie del dibujo dice de la barra y de su raya."""
SIN_PIE = ("Valor", "Referencia")


def renglones(grafico: Grafico) -> PorCategorias:
    """Los de `graficos/piezas/renglones.py`."""
    datos = grafico.datos
    barra, raya = _nombres(grafico)
    colores = tuple(map(de_papel, datos["color"]))
    valores = Serie(
        barra, numeros(datos["valor"]), colores[0], colores, tuple(map(str, datos["valor_texto"]))
    )
    hay_raya = bool(datos["marca"].notna().any())
    rayas = Serie(raya, numeros(datos["marca"].astype(float)), TINTA, cortada=True)
    series = (valores, rayas) if hay_raya else (valores,)
    return PorCategorias("barras", cortos(datos["nombre"]), series, leyenda=hay_raya)


def _nombres(grafico: Grafico) -> tuple[str, str]:
    textos: list[Any] = [capa["mark"].get("text", "") for capa in grafico.spec["layer"]]
    for texto in textos:
        if isinstance(texto, str) and (pie := PIE.match(texto)):
            return _con_mayuscula(pie["barra"]), _con_mayuscula(pie["raya"])
    return SIN_PIE


def _con_mayuscula(frase: str) -> str:
    return frase[0].upper() + frase[1:]
