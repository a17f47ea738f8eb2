"""El índice que se está mirando: el calculado o, si alguien movió los pesos, el que saldría.

Las respuestas con otros pesos tienen la misma forma que las del archivo, más una columna que dice
que son una suposición: así sirven las mismas tarjetas, y ningún archivo la pierde.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from tablero.calculo.ipt.categorias import CATEGORIAS, METODOS
from tablero.calculo.ipt.repesar import Repesado, repesar
from tablero.consultas import ipt
from tablero.consultas.base import Resultado
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import Identidad, identidad, preguntar
from tablero.interfaz.marco.memoria import Recordada
from tablero.modelo.ipt import Metodo

SUPOSICION = "pesos cambiados por quien mira"
"""Lo que llevan la pantalla, el nombre del archivo y la columna `suposicion`."""


@dataclass(frozen=True)
class Vista:
    """Una edición, un territorio y, si alguien los cambió, otros pesos."""

    edicion: str
    filtros: Filtros
    pesos: tuple[int, ...] | None = None
    """Uno por indicador que entra; `None` son los calculados."""

    @property
    def es_cambiada(self) -> bool:
        """Verdadero si los pesos no son los calculados."""
        return self.pesos is not None

    @property
    def palabras(self) -> tuple[str, ...]:
        """Lo que se agrega al nombre de un archivo."""
        return (f"edicion {self.edicion}", *((SUPOSICION,) if self.es_cambiada else ()))

    @cached_property
    def repesado(self) -> "Repeso | None":
        """El índice con los pesos cambiados; `None` si son los calculados."""
        return None if self.pesos is None else _repesar(identidad(), self.edicion, self.pesos)

    @property
    def empata_todo(self) -> bool:
        """Verdadero si con estos pesos todos los municipios suman lo mismo."""
        return self.repesado is not None and self.repesado.indice is None


@dataclass(frozen=True)
class Repeso:
    """El índice con otros pesos y a qué municipios e indicadores corresponde."""

    municipios: pd.Index
    indicadores: tuple[int, ...]
    indice: Repesado | None


@Recordada
def _repesar(archivo: Identidad, edicion: str, pesos: tuple[int, ...]) -> Repeso:
    matriz = _normalizados(archivo, edicion)
    indicadores = tuple(int(i) for i in matriz.columns)
    return Repeso(matriz.index, indicadores, repesar(matriz.to_numpy(), pesos))


@Recordada
def _normalizados(archivo: Identidad, edicion: str) -> pd.DataFrame:
    """Municipio × indicador, los dos por su código."""
    datos = preguntar(ipt.normalizados, edicion=edicion).datos
    return datos.pivot_table(
        index="municipio_codigo", columns="indicador_orden", values="valor_normalizado"
    )


def clasificacion(vista: Vista) -> Resultado:
    """Los municipios del territorio por su orden."""
    return _clasificacion(
        identidad(), vista.edicion, vista.pesos, vista.filtros.departamento, vista
    )


@Recordada
def _clasificacion(
    archivo: Identidad,
    edicion: str,
    pesos: tuple[int, ...] | None,
    departamento: str | None,
    _vista: Vista,
) -> Resultado:
    vista = _vista
    propia = preguntar(
        ipt.clasificacion, edicion=vista.edicion, departamento=vista.filtros.departamento
    )
    if vista.repesado is None or vista.repesado.indice is None:
        return propia
    nuevo, indice = _columnas_nuevas(vista.repesado, vista.repesado.indice), propia.datos
    datos = indice.rename(columns={"orden_calculado": "orden_antes", "puntaje": "puntaje_antes"})
    datos = datos.drop(columns=["empatados", *indice.filter(like="categoria_").columns])
    datos = datos.drop(columns=["orden_minimo", "orden_maximo"]).merge(
        nuevo, on="municipio_codigo", how="left"
    )
    datos["cambio_puestos"] = datos["orden_antes"] - datos["orden_calculado"]
    delante = ["orden_calculado", "orden_antes", "cambio_puestos", "municipio_codigo"]
    datos = datos[[*delante, *(c for c in datos if c not in delante)]]
    return _supuesta(
        vista, propia, datos.sort_values(["orden_calculado", "municipio_codigo"], kind="stable")
    )


def _columnas_nuevas(repeso: Repeso, indice: Repesado) -> pd.DataFrame:
    nuevas: dict[str, Any] = {
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


def pesos(vista: Vista) -> Resultado:
    """El peso de cada indicador; con pesos cambiados, también el calculado."""
    propia = preguntar(ipt.pesos, edicion=vista.edicion)
    if vista.repesado is None or vista.repesado.indice is None:
        return propia
    nuevos = dict(zip(vista.repesado.indicadores, vista.repesado.indice.pesos_pct, strict=True))
    datos = propia.datos.rename(columns={"peso_pct": "peso_calculado_pct"})
    lugar = list(datos.columns).index("peso_calculado_pct")
    datos.insert(lugar, "peso_pct", datos["indicador_orden"].map(nuevos))
    return _supuesta(vista, propia, datos)


def aportes(vista: Vista, municipio: str) -> Resultado:
    """Lo que aporta cada indicador al puntaje de un municipio."""
    propia = preguntar(ipt.aportes, edicion=vista.edicion, municipio=municipio)
    repeso = vista.repesado
    if repeso is None or repeso.indice is None or propia.esta_vacio:
        return propia
    fila = repeso.indice.aportes[repeso.municipios.get_loc(municipio)]
    datos = propia.datos.assign(
        peso_pct=repeso.indice.pesos_pct, aporte_puntos=np.asarray(fila, dtype=float)
    )
    return _supuesta(vista, propia, datos)


def categorias(vista: Vista, metodo: Metodo) -> Resultado:
    """Los tramos del puntaje, de muy alto a muy bajo."""
    propia = preguntar(ipt.categorias, edicion=vista.edicion, metodo=metodo)
    if vista.repesado is None or vista.repesado.indice is None:
        return propia
    limites, lugares = (
        vista.repesado.indice.limites[metodo],
        vista.repesado.indice.categorias[metodo],
    )
    if limites is None or lugares is None:
        return replace(propia, datos=propia.datos.iloc[:0])
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
    return _supuesta(vista, propia, nuevos.merge(comunes, on="categoria"))


def comparacion(vista: Vista) -> Resultado:
    """Los priorizados: su orden publicado contra el de la vista, dentro de ellos mismos."""
    propia = preguntar(ipt.comparacion, edicion=vista.edicion)
    if vista.repesado is None or vista.repesado.indice is None:
        return propia
    nuevas = _columnas_nuevas(vista.repesado, vista.repesado.indice)
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
    return _supuesta(vista, propia, datos)


def _supuesta(vista: Vista, propia: Resultado, datos: pd.DataFrame) -> Resultado:
    """La respuesta, con la columna que dice que es una suposición y cuáles son los pesos."""
    textos = ",".join(str(peso) for peso in vista.pesos or ())
    marcados = datos.reset_index(drop=True).assign(suposicion=f"{SUPOSICION}: {textos}")
    return replace(
        propia,
        datos=marcados,
        parametros=(*propia.parametros, ("pesos", textos)),
    )


def titulo_de_la_edicion(vista: Vista) -> str:
    """«edición 2024» o «edición 2024, pesos cambiados por quien mira»."""
    return f"edición {vista.edicion}" + (f", {SUPOSICION}" if vista.es_cambiada else "")


def primeros(resultado: Resultado, cuantos: int) -> Resultado:
    """La misma respuesta con solo sus primeras filas: para una tabla corta."""
    return replace(
        resultado,
        datos=resultado.datos.head(cuantos),
        parametros=(*resultado.parametros, ("primeros", cuantos)),
    )
