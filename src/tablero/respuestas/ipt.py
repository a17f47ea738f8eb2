"""El índice calculado o, si alguien movió los pesos, el que saldría.

Las respuestas con otros pesos tienen la misma forma que las del archivo, más una columna que dice
que son una suposición: así sirven las mismas tarjetas, y ningún archivo la pierde.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from tablero.calculo.ipt.categorias import CATEGORIAS, METODOS
from tablero.calculo.ipt.repesar import Repesado, repesar
from tablero.consultas import ipt
from tablero.consultas.base import Preguntas, Resultado
from tablero.modelo.ipt import Metodo

SUPOSICION = "pesos cambiados por quien mira"
"""Lo que llevan la pantalla, el nombre del archivo y la columna `suposicion`."""


Pesos = tuple[int, ...] | None
"""Uno por indicador que entra; `None` son los calculados."""


@dataclass(frozen=True)
class Repeso:
    """El índice con otros pesos y a qué municipios e indicadores corresponde."""

    municipios: pd.Index
    indicadores: tuple[int, ...]
    indice: Repesado | None


def repeso(preguntar: Preguntas, *, edicion: str, pesos: tuple[int, ...]) -> Repeso:
    """El índice con esos pesos."""
    matriz = preguntar.responder(normalizados, edicion=edicion)
    indicadores = tuple(int(i) for i in matriz.columns)
    return Repeso(matriz.index, indicadores, repesar(matriz.to_numpy(), pesos))


def normalizados(preguntar: Preguntas, *, edicion: str) -> pd.DataFrame:
    """Municipio × indicador, los dos por su código."""
    datos = preguntar(ipt.normalizados, edicion=edicion).datos
    return datos.pivot_table(
        index="municipio_codigo", columns="indicador_orden", values="valor_normalizado"
    )


def empata_todo(preguntar: Preguntas, *, edicion: str, pesos: Pesos) -> bool:
    """Verdadero si con esos pesos todos los municipios suman lo mismo."""
    return pesos is not None and _repesado(preguntar, edicion, pesos) is None


def clasificacion(
    preguntar: Preguntas, *, edicion: str, departamento: str | None, pesos: Pesos
) -> Resultado:
    """Los municipios del territorio por su orden."""
    propia = preguntar(ipt.clasificacion, edicion=edicion, departamento=departamento)
    otro = _repesado(preguntar, edicion, pesos)
    if otro is None or pesos is None:
        return propia
    nuevo, indice = _columnas_nuevas(*otro), propia.datos
    datos = indice.rename(columns={"orden_calculado": "orden_antes", "puntaje": "puntaje_antes"})
    datos = datos.drop(columns=["empatados", *indice.filter(like="categoria_").columns])
    datos = datos.drop(columns=["orden_minimo", "orden_maximo"]).merge(
        nuevo, on="municipio_codigo", how="left"
    )
    datos["cambio_puestos"] = datos["orden_antes"] - datos["orden_calculado"]
    delante = ["orden_calculado", "orden_antes", "cambio_puestos", "municipio_codigo"]
    datos = datos[[*delante, *(c for c in datos if c not in delante)]]
    ordenados = datos.sort_values(["orden_calculado", "municipio_codigo"], kind="stable")
    return _supuesta(propia, ordenados, pesos)


def _repesado(preguntar: Preguntas, edicion: str, pesos: Pesos) -> tuple[Repeso, Repesado] | None:
    """Lo que sale con esos pesos; `None` si son los calculados o si con ellos todos empatan."""
    if pesos is None:
        return None
    otro = preguntar.responder(repeso, edicion=edicion, pesos=pesos)
    return None if otro.indice is None else (otro, otro.indice)


def _columnas_nuevas(repeso: Repeso, indice: Repesado) -> pd.DataFrame:
    nuevas: dict[str, object] = {
        "municipio_codigo": repeso.municipios,
        "orden_calculado": pd.array(indice.ordenes, dtype="Int64"),
        "puntaje": indice.puntajes,
    }
    for metodo in METODOS:
        lugares = indice.categorias[metodo]
        nuevas[f"categoria_{metodo}"] = (
            None if lugares is None else [CATEGORIAS[lugar] for lugar in lugares]
        )
    return pd.DataFrame(nuevas)


def de_cada_indicador(preguntar: Preguntas, *, edicion: str, pesos: Pesos) -> Resultado:
    """El peso de cada indicador; con pesos cambiados, también el calculado."""
    propia = preguntar(ipt.pesos, edicion=edicion)
    hallado = _repesado(preguntar, edicion, pesos)
    if hallado is None or pesos is None:
        return propia
    otro, indice = hallado
    nuevos = dict(zip(otro.indicadores, indice.pesos_pct, strict=True))
    datos = propia.datos.rename(columns={"peso_pct": "peso_calculado_pct"})
    lugar = list(datos.columns).index("peso_calculado_pct")
    datos.insert(lugar, "peso_pct", datos["indicador_orden"].map(nuevos))
    return _supuesta(propia, datos, pesos)


def aportes(preguntar: Preguntas, *, edicion: str, municipio: str, pesos: Pesos) -> Resultado:
    """Lo que aporta cada indicador al puntaje de un municipio."""
    propia = preguntar(ipt.aportes, edicion=edicion, municipio=municipio)
    hallado = _repesado(preguntar, edicion, pesos)
    if hallado is None or pesos is None or propia.esta_vacio:
        return propia
    otro, indice = hallado
    fila = indice.aportes[otro.municipios.get_loc(municipio)]
    datos = propia.datos.assign(
        peso_pct=indice.pesos_pct, aporte_puntos=np.asarray(fila, dtype=float)
    )
    return _supuesta(propia, datos, pesos)


def categorias(preguntar: Preguntas, *, edicion: str, metodo: Metodo, pesos: Pesos) -> Resultado:
    """Los tramos del puntaje, de muy alto a muy bajo."""
    propia = preguntar(ipt.categorias, edicion=edicion, metodo=metodo)
    hallado = _repesado(preguntar, edicion, pesos)
    if hallado is None or pesos is None:
        return propia
    _, indice = hallado
    limites, lugares = indice.limites[metodo], indice.categorias[metodo]
    if limites is None or lugares is None:
        return propia.con(propia.datos.iloc[:0])
    conteo = np.bincount(lugares, minlength=len(CATEGORIAS))
    nuevos = pd.DataFrame(
        {
            "categoria": CATEGORIAS,
            "desde_puntaje": [0.0, *limites[:-1]],
            "hasta_puntaje": limites,
            "municipios": pd.array(conteo, dtype="Int64"),
        }
    ).iloc[::-1]
    comunes = propia.datos.drop(columns=[c for c in nuevos if c != "categoria"])
    return _supuesta(propia, nuevos.merge(comunes, on="categoria"), pesos)


def comparacion(preguntar: Preguntas, *, edicion: str, pesos: Pesos) -> Resultado:
    """Los priorizados: su orden publicado contra el que se mira, dentro de ellos mismos."""
    propia = preguntar(ipt.comparacion, edicion=edicion)
    otro = _repesado(preguntar, edicion, pesos)
    if otro is None or pesos is None:
        return propia
    nuevas = _columnas_nuevas(*otro)
    columnas = ["municipio_codigo", "orden_calculado", "puntaje", "categoria_natural"]
    sobran = [*columnas[1:], "orden_minimo", "orden_maximo"]
    datos = propia.datos.drop(columns=sobran).merge(
        nuevas[columnas], on="municipio_codigo", how="left"
    )
    comunes = datos["orden_calculado"].notna()
    lugares = datos.loc[comunes, ["orden_publicado", "orden_calculado"]].rank(method="min")
    datos["lugar_calculado"] = lugares["orden_calculado"].astype("Int64")
    datos["cambio_puestos"] = (lugares["orden_publicado"] - lugares["orden_calculado"]).astype(
        "Int64"
    )
    datos["rho_spearman"] = lugares["orden_publicado"].corr(lugares["orden_calculado"])
    return _supuesta(propia, datos, pesos)


def _supuesta(propia: Resultado, datos: pd.DataFrame, pesos: tuple[int, ...]) -> Resultado:
    """La respuesta, con la columna que dice que es una suposición y cuáles son los pesos."""
    textos = ",".join(str(peso) for peso in pesos)
    return Resultado.derivar(
        datos.reset_index(drop=True),
        de=propia,
        nivel=propia.nivel,
        suposicion=f"{SUPOSICION}: {textos}",
        parametros=[("pesos", textos)],
    )
