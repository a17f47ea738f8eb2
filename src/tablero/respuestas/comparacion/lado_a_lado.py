"""Qué es una comparación: renglones con lo que dice la hoja de cada cosa, y de dónde sale.

La tabla de la pantalla y el archivo salen de los mismos datos: un renglón por cosa y por hecho, con
el texto como está en su hoja.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from tablero.consultas.base import Nivel, Resultado
from tablero.filas import Fila
from tablero.formato import SIN_DATO

COLUMNAS = (
    *("comparado_codigo", "comparado", "hecho", "valor", "unidad", "texto", "detalle", "falta"),
    *("nivel", "corte_fecha", "fuente_codigo", "ubicacion", "cita"),
)
"""Las de los datos de una comparación, en su orden."""


@dataclass(frozen=True)
class Dicho:
    """Lo que se dice de una cosa en un renglón, con su procedencia."""

    hecho: str
    texto: str
    detalle: str = ""
    valor: float | None = None
    """El número que el texto escribe, si lo hay."""
    unidad: str = ""
    falta: bool = False
    """Que ninguna fuente lo da, o que la lista no la nombra: el texto o el detalle dice cuál."""
    nivel: Nivel | None = None
    """`None` si nadie dice nada."""
    corte_fecha: date | None = None
    fuente_codigo: str | None = None
    ubicacion: str = ""
    cita: str = ""


@dataclass(frozen=True)
class Comparada:
    """Una de las cosas que se comparan: su nombre, qué más la distingue y qué se dice de ella."""

    clave: str
    nombre: str
    nota: str
    dichos: tuple[Dicho, ...]


@dataclass(frozen=True)
class Comparacion:
    """Unas cosas lado a lado, en el orden en que se pidieron."""

    cosas: tuple[Comparada, ...]
    resultado: Resultado = field(repr=False, compare=False)
    """Un renglón por cosa, hecho y dato (`COLUMNAS`)."""

    @property
    def nombres(self) -> tuple[str, ...]:
        """Los de las cosas, para el título y el nombre del archivo."""
        return tuple(c.nombre for c in self.cosas)


def armar(
    cosas: Sequence[Comparada], respuestas: Iterable[Resultado], pregunta: str
) -> Comparacion:
    """La comparación de esas cosas, que sale de esas respuestas; `pregunta` es su nombre propio.

    Lo que se dice de unas y de otra no, de esa queda «sin dato». `ValueError` si no hay respuestas.
    """
    hechos = tuple(dict.fromkeys(d.hecho for c in cosas for d in c.dichos))
    completas = tuple(
        Comparada(c.clave, c.nombre, c.nota, tuple(_en_orden(c.dichos, hechos))) for c in cosas
    )
    filas = [_fila(cosa, dicho) for cosa in completas for dicho in cosa.dichos]
    datos = pd.DataFrame(filas, columns=list(COLUMNAS))
    datos["valor"] = datos["valor"].astype(float)
    datos["falta"] = datos["falta"].astype("boolean")
    niveles = set(datos["nivel"].dropna())
    entero = Resultado.derivar(
        datos,
        de=tuple(respuestas),
        nivel=niveles.pop() if len(niveles) == 1 else "publicado y calculado",
        parametros=[("comparacion", pregunta), ("claves", tuple(c.clave for c in cosas))],
    )
    return Comparacion(completas, entero.parte(entero.datos))


def de_fila(fila: Fila, nivel: Nivel) -> Mapping[str, Any]:  # los campos de un `Dicho`
    """De dónde sale lo que se toma de una fila, como lo pide un `Dicho`."""
    return {
        "nivel": nivel,
        "corte_fecha": fila["corte_fecha"],
        "fuente_codigo": fila["fuente_codigo"],
        "ubicacion": fila["ubicacion"] or "",
    }


def _en_orden(dichos: Sequence[Dicho], hechos: Sequence[str]) -> Iterable[Dicho]:
    for hecho in hechos:
        suyos = [d for d in dichos if d.hecho == hecho]
        yield from suyos or [Dicho(hecho, SIN_DATO, falta=True)]


def _fila(cosa: Comparada, dicho: Dicho) -> dict[str, object]:
    propias = {c: getattr(dicho, c) for c in COLUMNAS if not c.startswith("comparado")}
    vacias = {c: v or None for c, v in propias.items() if v == ""}
    return {"comparado_codigo": cosa.clave, "comparado": cosa.nombre, **propias, **vacias}
