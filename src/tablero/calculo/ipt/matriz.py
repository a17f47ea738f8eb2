"""De los valores cargados a la matriz que se analiza: qué indicadores y qué municipios entran.

Un faltante nunca vale cero: según la regla de su indicador, el municipio queda sin puntaje o lleva
la mediana de los demás, marcada.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tablero.calculo.ipt.puntaje import Arreglo
from tablero.modelo.ipt import Direccion, Faltantes, IptValor

PRECISION = 1e-9
"""Una variación menor que esta parte del valor es ruido: el análisis la perdería."""
MINIMO = 1e-100
"""El cuadrado de una variación menor se pierde en la máquina: la varianza daría cero."""

SIN_VALORES = "Ningún municipio tiene valor en esta edición."
NO_VARIA = "No varía: con el mismo valor en todos los municipios no distingue a ninguno."


@dataclass(frozen=True)
class AjusteDeIndicador:
    """Cómo entra un indicador."""

    direccion: Direccion
    faltantes: Faltantes = "excluir"
    winsorizar_percentil: float | None = None


@dataclass(frozen=True)
class Matriz:
    """Los valores cargados: una fila por municipio, una columna por indicador; `nan` si falta."""

    municipios: tuple[str, ...]
    indicadores: tuple[int, ...]
    valores: Arreglo


@dataclass(frozen=True)
class Preparada:
    """La matriz lista para el análisis, y lo que quedó por fuera."""

    municipios: tuple[str, ...]
    indicadores: tuple[int, ...]
    usados: Arreglo
    """Los valores después de imputar y recortar, en sus unidades."""
    orientados: Arreglo
    """Los usados con el signo de su dirección: más es siempre más prioridad."""
    imputados: NDArray[np.bool_]
    por_fuera: Mapping[int, str]
    """Indicador que no entra → por qué."""
    incompletos: Mapping[str, tuple[int, ...]]
    """Municipio sin puntaje → los indicadores que le faltan."""


def armar(filas: Iterable[IptValor], indicadores: Iterable[int]) -> Matriz:
    """La matriz de una edición: `indicadores` son los publicados, tengan o no valores.

    El orden en que llegan las filas no cambia nada: municipios e indicadores quedan por su código.
    """
    celdas = {(f.municipio_codigo, f.indicador_orden): f.valor for f in filas}
    municipios = sorted({municipio for municipio, _ in celdas})
    columnas = sorted({*indicadores, *(indicador for _, indicador in celdas)})
    valores = np.full((len(municipios), len(columnas)), np.nan)
    for i, municipio in enumerate(municipios):
        for j, indicador in enumerate(columnas):
            valor = celdas.get((municipio, indicador))
            if valor is not None:
                valores[i, j] = valor
    return Matriz(tuple(municipios), tuple(columnas), valores)


def preparar(matriz: Matriz, ajustes: Mapping[int, AjusteDeIndicador]) -> Preparada:
    """Aplica la regla de faltantes, el recorte y la dirección de cada indicador.

    Sale el indicador sin valores o que no varía entre los municipios que quedan; como su salida
    puede devolver municipios a los que solo les faltaba él, se repite hasta que nada cambia.
    """
    presentes = ~np.isnan(matriz.valores)
    por_fuera = {
        indicador: SIN_VALORES
        for j, indicador in enumerate(matriz.indicadores)
        if not presentes[:, j].any()
    }
    while True:
        entran = [j for j, i in enumerate(matriz.indicadores) if i not in por_fuera]
        ordenes = [matriz.indicadores[j] for j in entran]
        valores = matriz.valores[:, entran].copy()
        faltan = np.isnan(valores)
        for j, orden in enumerate(ordenes):
            if ajustes[orden].faltantes == "mediana":
                valores[faltan[:, j], j] = np.nanmedian(valores[:, j])
        incompletas = np.isnan(valores)
        completos = np.array([bool(entran) and not falta.any() for falta in incompletas])
        usados = _recortar(valores[completos], [ajustes[o].winsorizar_percentil for o in ordenes])
        quietos = [o for j, o in enumerate(ordenes) if len(usados) and _no_varia(usados[:, j])]
        if not quietos or len(usados) == 1:
            break
        por_fuera |= dict.fromkeys(quietos, NO_VARIA)
    signos = np.array([1.0 if ajustes[o].direccion == "más" else -1.0 for o in ordenes])
    return Preparada(
        municipios=tuple(m for m, c in zip(matriz.municipios, completos, strict=True) if c),
        indicadores=tuple(ordenes),
        usados=usados,
        orientados=usados * signos,
        imputados=faltan[completos],
        por_fuera=por_fuera,
        incompletos={
            m: tuple(o for o, f in zip(ordenes, falta, strict=True) if f)
            for m, c, falta in zip(matriz.municipios, completos, incompletas, strict=True)
            if not c
        },
    )


def _recortar(valores: Arreglo, percentiles: Sequence[float | None]) -> Arreglo:
    """Lleva cada columna a sus percentiles de recorte, si los tiene."""
    recortados = valores.copy()
    if not len(valores):
        return recortados
    for j, percentil in enumerate(percentiles):
        if percentil is not None:
            bajo, alto = np.percentile(valores[:, j], [percentil, 100 - percentil])
            recortados[:, j] = np.clip(valores[:, j], bajo, alto)
    return recortados


def _no_varia(columna: Arreglo) -> bool:
    with np.errstate(over="ignore"):  # de un extremo al otro puede no caber
        return bool(np.ptp(columna) <= max(MINIMO, PRECISION * np.abs(columna).max()))
