"""El producto que se mira, en la política y el corte elegidos, y lo que el motor da de él."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from tablero.calculo.seguimiento import desde_filas
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import meta_acumulada, programadas
from tablero.calculo.seguimiento.motor import calcular, legible
from tablero.calculo.seguimiento.ritmo import Ritmo, ritmo
from tablero.calculo.seguimiento.suponer import proximo_reporte
from tablero.calculo.seguimiento.tiempo import MESES_POR_TRIMESTRE, periodo_de
from tablero.consultas import producto
from tablero.consultas.base import MARCA, Resultado
from tablero.interfaz.filtros.politica import Vista
from tablero.interfaz.marco.conexion import Identidad, identidad, preguntar
from tablero.interfaz.marco.memoria import Recordada
from tablero.interfaz.paginas.semaforo import leyenda

DEL_RITMO = {
    "lectura": "ritmo_lectura",
    "medido": "medido_fecha",
    "fin": "fin_fecha",
    "anio": "para_el_anio_de",
    "llegada": "llegada_fecha",
    "limite": "limite_fecha",
}
"""Campo de `Ritmo` → su columna, donde no se llaman igual."""
PROCEDENCIA = ("corte_fecha", "fuente_codigo", "ubicacion")


@dataclass(frozen=True)
class Producto:
    """Un producto que existe en el corte."""

    vista: Vista
    codigo: str
    ficha: Resultado

    @cached_property
    def fila(self) -> dict[str, Any]:
        """Su única fila; `None` es sin dato."""
        return self.ficha.fila

    @property
    def nombre(self) -> str:
        """«2.2.6. Nombre del producto»."""
        return f"{self.codigo}. {self.fila['producto_nombre'] or 'Sin nombre en la fuente'}"

    @property
    def consulta(self) -> dict[str, str | date]:
        """Los parámetros de una consulta."""
        return {**self.vista.consulta, "codigo": self.codigo}

    @property
    def solo(self) -> dict[str, str]:
        """El parámetro que lo elige en otra página."""
        return {"codigo": self.codigo}

    @property
    def palabras(self) -> tuple[str, ...]:
        """Lo que se agrega al nombre de un archivo."""
        return (f"producto {self.codigo}", *self.vista.palabras)

    @property
    def tiene_libro(self) -> bool:
        """Si sus cifras salen del libro oficial."""
        return self.vista.tiene_libro

    @property
    def hasta(self) -> Periodo:
        """El último trimestre que el corte cierra."""
        return periodo_de(self.vista.corte)

    @property
    def indicador(self) -> Indicador:
        """Lo que dice de él el libro del corte."""
        return _indicador(identidad(), *_clave(self), self)

    @property
    def proximo(self) -> Periodo | None:
        """El próximo trimestre en que debe reportar; `None` si ya no debe más o no se sabe."""
        return proximo_reporte(self.indicador, self.hasta) if self.tiene_libro else None

    @property
    def serie(self) -> Resultado:
        """Sus porcentajes en todos los cortes guardados."""
        return preguntar(producto.serie, politica=self.vista.politica, codigo=self.codigo)

    @property
    def cortes_con_libro(self) -> list[date]:
        """Los cortes en que está en un libro, del más antiguo al más reciente."""
        datos = self.serie.datos
        return list(datos.loc[datos["nivel"] == "calculado", "corte_fecha"])

    def preguntar(self, consulta: Callable[..., Resultado]) -> Resultado:
        """La respuesta de una consulta sobre este producto en este corte."""
        return preguntar(consulta, **self.consulta)


def abrir(vista: Vista, codigo: str) -> Producto | None:
    """El producto de ese código, o `None` si no está en el corte."""
    ficha = preguntar(producto.ficha, **vista.consulta, codigo=codigo)
    return None if ficha.esta_vacio else Producto(vista, codigo, ficha)


def linea(mirado: Producto) -> Resultado:
    """Las metas y los reportes por trimestre, con lo que llevaba (`av`) y lo que debía (`ma`).

    Los reportes posteriores al corte no cuentan: quedan en `valor_posterior`.
    """
    return _linea(identidad(), *_clave(mirado), mirado)


def paso(mirado: Producto) -> Resultado:
    """El ritmo que lleva y el que necesita, en una fila."""
    return _paso(identidad(), *_clave(mirado), mirado)


def _clave(mirado: Producto) -> tuple[str, date, str]:
    return mirado.vista.politica, mirado.vista.corte, mirado.codigo


@Recordada
def _indicador(
    archivo: Identidad, politica: str, corte: date, codigo: str, _mirado: Producto
) -> Indicador:
    metas, reportes = (
        _mirado.preguntar(consulta).datos.to_dict("records")
        for consulta in (producto.metas, producto.reportes)
    )
    return desde_filas.indicador(_mirado.fila, metas, reportes)


@Recordada
def _linea(
    archivo: Identidad, politica: str, corte: date, codigo: str, _mirado: Producto
) -> Resultado:
    propia = _mirado.preguntar(producto.linea)
    indicador, hasta = _mirado.indicador, _mirado.hasta
    metas = programadas(indicador)
    trimestres = [
        Periodo(int(a), int(q))
        for a, q in zip(propia.datos["anio"], propia.datos["trimestre"], strict=True)
    ]
    es_posterior = pd.Series([t > hasta for t in trimestres], dtype=bool)
    datos = propia.datos.assign(
        meta_programada=_serie(legible(metas.get(t.anio)) for t in trimestres),
        valor=propia.datos["valor"].mask(es_posterior),
        valor_posterior=propia.datos["valor"].where(es_posterior),
        av=_serie(calcular(indicador, t).av if t <= hasta else None for t in trimestres),
        ma=_serie(
            legible(meta_acumulada(indicador, t.anio, t.trimestre * MESES_POR_TRIMESTRE))
            for t in trimestres
        ),
        formula_version=_mirado.fila["formula_version"],
    )
    return replace(
        propia,
        datos=datos,
        nivel="publicado y calculado",
        parametros=(*propia.parametros, ("con", "lo calculado")),
    )


def _serie(valores: Iterable[float | None]) -> pd.Series:
    return pd.Series(list(valores), dtype=float)


@Recordada
def _paso(
    archivo: Identidad, politica: str, corte: date, codigo: str, _mirado: Producto
) -> Resultado:
    fila, medido = _mirado.fila, Ritmo("sin dato")
    if _mirado.tiene_libro:
        cifras = calcular(_mirado.indicador, _mirado.hasta, rangos=leyenda.vigentes())
        medido = ritmo(_mirado.indicador, cifras, _mirado.hasta)
    datos = {DEL_RITMO.get(campo, campo): valor for campo, valor in asdict(medido).items()}
    datos |= {campo: fila[campo] for campo in (*PROCEDENCIA, MARCA) if campo in fila}
    return replace(
        _mirado.ficha,
        datos=pd.DataFrame([datos]),
        nivel="calculado",
        parametros=(*_mirado.ficha.parametros, ("con", "el ritmo")),
    )
