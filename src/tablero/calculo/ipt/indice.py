"""El índice de una edición: sus valores preparados y todo lo que se calcula de ellos."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypedDict

import numpy as np
from numpy.typing import NDArray

from tablero import formato
from tablero.calculo.ipt.categorias import METODOS, clasificar, cortes
from tablero.calculo.ipt.ejes import Ejes, analizar
from tablero.calculo.ipt.matriz import AjusteDeIndicador, Matriz, Preparada
from tablero.calculo.ipt.normalizar import estandarizar, min_max
from tablero.calculo.ipt.puntaje import Arreglo, Ordenes, Puntuacion, ordenar, puntuar
from tablero.calculo.ipt.robustez import Robustez, repetir
from tablero.modelo.ipt import Metodo, Nivel

MINIMO_DE_MUNICIPIOS = 3


class Comunes(TypedDict):
    """Las columnas iguales en todas las filas de una edición."""

    edicion: str
    formula_version: str
    nivel: Nivel
    fuente_codigo: str
    ubicacion: str


@dataclass(frozen=True)
class Edicion:
    """Los valores de una edición y cómo entra cada indicador."""

    matriz: Matriz
    ajustes: Mapping[int, AjusteDeIndicador]
    del_libro: frozenset[int]
    """Indicadores cuya dirección dice el libro."""
    preparada: Preparada
    comunes: Comunes


@dataclass(frozen=True)
class Indice:
    """El índice calculado; los arreglos van en el orden de los municipios de `preparada`."""

    normalizados: Arreglo
    ejes: Ejes
    puntuacion: Puntuacion
    ordenes: Ordenes
    limites: Mapping[Metodo, Arreglo | None]
    categorias: Mapping[Metodo, NDArray[np.int64] | None]
    robustez: Robustez
    otros: Mapping[str, Puntuacion | None]
    """El puntaje con otra decisión: `orden_min_max`, `orden_pesos_iguales`, `orden_con_signo`."""


def calcular_indice(preparada: Preparada, corridas: int) -> Indice | str:
    """El índice, con esas corridas de robustez, o por qué no se puede calcular."""
    if motivo := _por_que_no(preparada):
        return motivo
    try:
        # Lo que se desborde o no exista se nota en el resultado, y ahí se dice.
        with np.errstate(all="ignore"):
            return _calcular(preparada, corridas)
    except (ValueError, ArithmeticError, IndexError, np.linalg.LinAlgError):
        return _no_se_pudo(preparada)


def _calcular(preparada: Preparada, corridas: int) -> Indice | str:
    normalizados = estandarizar(preparada.orientados)
    _exigir_finitos(normalizados)
    ejes = analizar(normalizados)
    _exigir_finitos(ejes.autovalores, ejes.cargas, ejes.pesos)
    resultado = puntuar(normalizados, ejes.pesos)
    if resultado is None:
        return "Los indicadores se compensan: todos los municipios suman lo mismo."
    limites = {metodo: cortes(resultado.puntajes, metodo) for metodo in METODOS}
    categorias = {
        metodo: None if limite is None else clasificar(resultado.puntajes, limite)
        for metodo, limite in limites.items()
    }
    entre_0_y_1 = min_max(preparada.orientados)
    otros = {
        "orden_min_max": puntuar(entre_0_y_1, ejes.pesos),
        "orden_pesos_iguales": puntuar(normalizados, np.full_like(ejes.pesos, 1 / len(ejes.pesos))),
    }
    if (ejes.signos < 0).any():
        otros["orden_con_signo"] = puntuar(normalizados, ejes.pesos * ejes.signos)
    return Indice(
        normalizados,
        ejes,
        resultado,
        ordenar(resultado.puntajes),
        limites,
        categorias,
        repetir(normalizados, entre_0_y_1, ejes.pesos, categorias["natural"], corridas=corridas),
        otros,
    )


def _exigir_finitos(*partes: Arreglo) -> None:
    """`FloatingPointError` si algo no es un número de verdad."""
    if not all(np.isfinite(parte).all() for parte in partes):
        raise FloatingPointError


def _no_se_pudo(preparada: Preparada) -> str:
    """Que las librerías del análisis no pudieron, y el indicador de valores más desiguales."""
    usados = np.abs(preparada.usados)
    peor = int(usados.max(axis=0).argmax())
    columna = preparada.usados[:, peor]
    menor, mayor = (f"{v:g}".replace(".", ",") for v in (columna.min(), columna.max()))
    return (
        "El análisis no se pudo hacer con estos valores: revise los del indicador "
        f"{preparada.indicadores[peor]}, que van de {menor} a {mayor}."
    )


def _por_que_no(preparada: Preparada) -> str | None:
    if not preparada.indicadores:
        return "Ningún indicador varía entre los municipios con valores."
    if len(preparada.municipios) < MINIMO_DE_MUNICIPIOS:
        tienen = formato.contar(len(preparada.municipios), "municipio tiene", "municipios tienen")
        return f"Solo {tienen} los valores que hacen falta; se necesitan al menos tres."
    return None
