"""Reparte los valores de un mapa en clases: cortes naturales, cuantiles o intervalos iguales."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from tablero import tema
from tablero.graficos.mapas.variables import Variable
from tablero.modelo.cortes import Valores
from tablero.modelo.cortes import cortes as en_clases
from tablero.modelo.ipt import Metodo

METODOS: dict[Metodo, str] = {
    "natural": "Cortes naturales",
    "cuantiles": "Cuantiles (igual número de municipios)",
    "intervalos": "Intervalos iguales",
}
NUMERO_DE_CLASES = 5


@dataclass(frozen=True)
class Clase:
    """Una clase de la leyenda."""

    rotulo: str
    color: str
    municipios: int
    desde: float | None = None
    hasta: float | None = None


@dataclass(frozen=True)
class Clasificacion:
    """Las clases, en el orden de la leyenda, y en cuál está cada municipio (por su código)."""

    clases: tuple[Clase, ...]
    de_municipio: dict[str, int]


def cortes(valores: Sequence[float], metodo: Metodo, clases: int = NUMERO_DE_CLASES) -> Valores:
    """Límite superior de cada clase, de menor a mayor; el último es el máximo.

    Con menos valores distintos que `clases`, cada valor es una clase. Ninguna queda vacía.
    """
    datos = np.asarray(valores, dtype=float)
    distintos = np.unique(datos)
    if len(distintos) <= clases:
        return distintos
    limites = np.unique(en_clases(datos, metodo, clases))
    limites[-1] = distintos[-1]
    ocupadas = np.unique(np.searchsorted(limites, distintos))
    return limites[ocupadas]


def clasificar(datos: pd.DataFrame, variable: Variable, metodo: Metodo) -> Clasificacion:
    """Las clases de una variable.

    `datos` trae `municipio_codigo`, `valor` y, si es una categoría, `texto`; una fila por
    municipio con valor.
    """
    if not variable.tiene_cortes:
        return _por_categoria(datos, variable)
    valores = datos["valor"].to_numpy(dtype=float)
    limites = cortes(list(valores), metodo)
    lugares = np.searchsorted(limites, valores)
    colores = _escala(len(limites))
    if variable.clase == "orden":  # el primero es el de más prioridad: el color más oscuro
        colores = colores[::-1]
    clases = []
    for numero in range(len(limites)):
        suyos = valores[lugares == numero]
        desde, hasta = float(suyos.min()), float(suyos.max())
        clases.append(
            Clase(_rango(variable, desde, hasta), colores[numero], len(suyos), desde, hasta)
        )
    return Clasificacion(
        tuple(clases),
        dict(zip(datos["municipio_codigo"], (int(n) for n in lugares), strict=True)),
    )


def _rango(variable: Variable, desde: float, hasta: float) -> str:
    """«1.º a 7.º»; un valor solo se dice una vez."""
    primero, ultimo = variable.cortar(desde), variable.cortar(hasta)
    return primero if primero == ultimo else f"{primero} a {ultimo}"


def _escala(cuantas: int) -> list[str]:
    """De la escala de cinco, las que tocan, con el mayor contraste posible."""
    if cuantas == 1:
        return [tema.ESCALA[3]]
    pasos = np.linspace(0, len(tema.ESCALA) - 1, cuantas).round().astype(int)
    return [tema.ESCALA[paso] for paso in pasos]


def _por_categoria(datos: pd.DataFrame, variable: Variable) -> Clasificacion:
    """Una clase por texto distinto, en el orden de su valor."""
    textos = datos.sort_values("valor")["texto"].drop_duplicates().tolist()
    numero = {texto: indice for indice, texto in enumerate(textos)}
    if variable.colores:
        valor_de = datos.drop_duplicates("texto").set_index("texto")["valor"]
        colores = [variable.colores[int(valor_de[texto])] for texto in textos]
    elif len(textos) == 1:
        colores = [tema.ESCALA[3]]
    else:
        colores = [tema.GRUPOS[indice % len(tema.GRUPOS)] for indice in range(len(textos))]
    conteo = datos["texto"].value_counts()
    clases = tuple(Clase(texto, colores[numero[texto]], int(conteo[texto])) for texto in textos)
    return Clasificacion(
        clases,
        {c: numero[t] for c, t in zip(datos["municipio_codigo"], datos["texto"], strict=True)},
    )
