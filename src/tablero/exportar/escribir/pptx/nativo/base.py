"""Qué es un gráfico nativo: sus categorías o sus puntos, sus series y lo que se lee en él."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import isnan
from textwrap import shorten
from typing import Any, Literal

from tablero import tema
from tablero.exportar.imagen import SEGUN_TEMA
from tablero.graficos.piezas.base import LETRA

LETRAS_DE_NOMBRE = 80
"""Las de un nombre del eje: el entero queda en el texto alternativo."""
TINTA = tema.CLARO["textColor"]
Forma = Literal["barras", "lineas"]


@dataclass(frozen=True)
class Serie:
    """Los valores de una serie, uno por categoría (`None` donde no hay)."""

    nombre: str
    valores: tuple[float | None, ...]
    color: str = ""
    """`#RRGGBB`; vacío si no se ve (la que sostiene a las demás)."""
    colores: tuple[str, ...] = ()
    """El de cada valor, si no son todos el de la serie."""
    rotulos: tuple[str, ...] = ()
    """Lo que se lee en cada valor; vacío, nada."""
    huecos: frozenset[int] = frozenset()
    """Los valores que se dibujan solo con su borde."""
    cortada: bool = False
    """Si su línea, o el borde de sus barras, es cortada; unas barras así van huecas."""
    abajo: frozenset[int] = frozenset()
    """Los valores de una línea cuyo rótulo va debajo, y no encima."""
    solo_puntos: bool = False
    """Si sus puntos no se unen con una línea."""


@dataclass(frozen=True)
class PorCategorias:
    """Barras o líneas: un valor por categoría."""

    forma: Forma
    categorias: tuple[str, ...]
    series: tuple[Serie, ...]
    apiladas: bool = False
    leyenda: bool = False
    extremos: tuple[float, float] | None = None
    """De dónde a dónde va el eje de valores; `None` si da igual."""
    unidad: str = ""
    """Lo que el eje de valores escribe después de cada número."""


@dataclass(frozen=True)
class Trazo:
    """Los puntos de una línea, en el plano."""

    nombre: str
    puntos: tuple[tuple[float, float], ...]
    color: str
    cortada: bool = False
    con_marca: bool = True


@dataclass(frozen=True)
class PorPuntos:
    """Líneas en el tiempo: cada punto en su día, que va como lo cuenta un libro de Excel."""

    trazos: tuple[Trazo, ...]
    dias: tuple[int, int]
    """El primero del eje y el último."""
    unidad: str = ""


Nativo = PorCategorias | PorPuntos


def de_papel(color: str) -> str:
    """El color en el tema claro, que es el del papel: `light-dark(#1F5A96, …)` → `#1F5A96`."""
    return TINTA if color == LETRA else SEGUN_TEMA.sub(r"\1", color)


def cortos(nombres: Iterable[str]) -> tuple[str, ...]:
    """Los nombres del eje; el muy largo termina en puntos."""
    return tuple(shorten(nombre, LETRAS_DE_NOMBRE, placeholder="…") for nombre in nombres)


def numeros(valores: Iterable[float | None]) -> tuple[float | None, ...]:
    """Los que no hay, como celdas vacías y no como ceros."""
    return tuple(None if v is None or isnan(v) else float(v) for v in valores)


def partes(spec: Any) -> Iterator[Mapping[str, Any]]:  # una parte de una especificación
    """Cada objeto de un dibujo, por hondo que esté: primero el de afuera."""
    if isinstance(spec, Mapping):
        yield spec
    for hija in spec.values() if isinstance(spec, Mapping) else spec:
        if isinstance(hija, Mapping | list):
            yield from partes(hija)
