"""Las piezas que se repiten en los documentos inventados: hechos, cifras, listas y nombres."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from tablero.formato import fecha, numero_justo
from tablero.modelo.fuentes import LUGAR_SIMULADO
from tablero.simulacion.mundo import Fila

RELATO = "Texto inventado para probar el tablero: no describe nada que haya pasado."


class Molde(NamedTuple):
    """Lo que se sabe de una cifra antes de inventar su valor."""

    tema: str
    descripcion: str
    unidad: str
    precision: float | None = None


def lugar(donde: str) -> str:
    """La ubicación de una fila: dice que es inventada."""
    return f"{LUGAR_SIMULADO}{donde}"


def hecho(corte: date, donde: str, **valores: object) -> Fila:
    """Una fila con su corte y su ubicación."""
    return {**valores, "corte_fecha": corte, "ubicacion": lugar(donde)}


def municipio(fila: Fila) -> Fila:
    """Cómo nombra un documento inventado a un municipio: con sus nombres oficiales."""
    return {
        "departamento_publicado": fila["departamento_nombre"],
        "municipio_publicado": fila["municipio_nombre"],
    }


def cifras(
    moldes: Mapping[str, Molde],
    valores: Mapping[str, float],
    corte: date,
    *,
    cortes: Mapping[str, date] | None = None,
    citas: Mapping[str, str] | None = None,
    departamentos: Mapping[str, str] | None = None,
) -> list[Fila]:
    """Una fila por molde, con su valor; `KeyError` si falta alguno.

    `cortes`, `citas` y `departamentos` llevan, por código, los que no son los de todas.
    """
    return [
        hecho(
            (cortes or {}).get(codigo, corte),
            f"cifras, {molde.tema}",
            cifra_codigo=codigo,
            tema=molde.tema,
            descripcion=_con_su_corte(molde.descripcion, (cortes or {}).get(codigo)),
            valor=float(valores[codigo]),
            unidad=molde.unidad,
            precision=molde.precision,
            departamento_nombre=(departamentos or {}).get(codigo),
            cita=(citas or {}).get(codigo, citar(valores[codigo], molde.unidad)),
        )
        for codigo, molde in moldes.items()
    ]


def _con_su_corte(descripcion: str, corte: date | None) -> str:
    """Un dato de otro corte que el del documento lo dice."""
    return descripcion if corte is None else f"{descripcion} Hasta el {fecha(corte)}."


def citar(valor: float, unidad: str) -> str:
    """Las palabras que llevarían la cifra si el documento existiera."""
    return f"simulado: {numero_justo(valor)} {unidad}"


def lista(codigo: str, corte: date, titulos: Sequence[str]) -> list[Fila]:
    """Los enunciados de una lista, con un detalle que dice que son inventados."""
    return [
        hecho(
            corte,
            "listas",
            lista_codigo=codigo,
            orden=orden,
            titulo=titulo,
            detalle=RELATO,
        )
        for orden, titulo in enumerate(titulos, start=1)
    ]


def numerados(nombre: str, cuantos: int) -> list[str]:
    """«Entidad simulada 1», «Entidad simulada 2»…"""
    return [f"{nombre} {n}" for n in range(1, cuantos + 1)]


def nombres_distintos(municipios: Sequence[Fila]) -> list[str]:
    """El nombre de cada municipio, con su departamento si hay otro que se llama igual."""
    nombres = [m["municipio_nombre"] for m in municipios]
    return [
        f"{nombre} ({m['departamento_nombre']})" if nombres.count(nombre) > 1 else nombre
        for nombre, m in zip(nombres, municipios, strict=True)
    ]


def repartir(azar: np.random.Generator, total: int, partes: int, minimo: int = 0) -> list[int]:
    """`total` en `partes` enteros al azar, cada uno de al menos `minimo`, que lo suman."""
    sueltos = total - minimo * partes
    sorteo = azar.multinomial(sueltos, azar.dirichlet(np.full(partes, 4.0)))
    return [minimo + int(n) for n in sorteo]
