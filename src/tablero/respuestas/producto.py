"""El producto que se mira, en la política y el corte elegidos, y lo que el motor da de él."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol

import pandas as pd

from tablero.calculo.seguimiento import desde_filas
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.metas import meta_acumulada, programadas
from tablero.calculo.seguimiento.motor import calcular, legible
from tablero.calculo.seguimiento.ritmo import Ritmo, ritmo
from tablero.calculo.seguimiento.suponer import proximo_reporte
from tablero.calculo.seguimiento.tiempo import MESES_POR_TRIMESTRE, periodo_de
from tablero.consultas import producto
from tablero.consultas.base import MARCA, Base, Preguntas, Resultado
from tablero.filas import Fila
from tablero.respuestas.rangos import vigentes
from tablero.respuestas.vista import DeUnCorte, PoliticaMirada

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


class DeUnProducto(DeUnCorte):
    """Los parámetros de una consulta sobre un producto."""

    codigo: str


class ConsultaDeProducto(Protocol):
    """Una consulta que responde de un producto en un corte."""

    def __call__(self, base: Base, /, *, politica: str, corte: date, codigo: str) -> Resultado:
        """La respuesta."""
        ...


@dataclass(frozen=True)
class ProductoMirado:
    """Un producto que existe en el corte."""

    preguntar: Preguntas = field(repr=False, compare=False)
    vista: PoliticaMirada
    codigo: str
    ficha: Resultado

    @cached_property
    def fila(self) -> Fila:
        """Su única fila; `None` es sin dato."""
        return self.ficha.fila

    @property
    def nombre(self) -> str:
        """«2.2.6. Nombre del producto»."""
        return f"{self.codigo}. {self.fila['producto_nombre'] or 'Sin nombre en la fuente'}"

    @property
    def consulta(self) -> DeUnProducto:
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
        return self.preguntar.responder(indicador, self.vista, self.codigo)

    @property
    def proximo(self) -> Periodo | None:
        """El próximo trimestre en que debe reportar; `None` si ya no debe más o no se sabe."""
        return proximo_reporte(self.indicador, self.hasta) if self.tiene_libro else None

    @property
    def serie(self) -> Resultado:
        """Sus porcentajes en todos los cortes guardados."""
        return self.preguntar(producto.serie, politica=self.vista.politica, codigo=self.codigo)

    @property
    def linea(self) -> Resultado:
        """Sus metas y sus reportes por trimestre (`linea`)."""
        return self.preguntar.responder(linea, self.vista, self.codigo)

    @property
    def paso(self) -> Resultado:
        """El ritmo que lleva y el que necesita, en una fila (`paso`)."""
        return self.preguntar.responder(paso, self.vista, self.codigo)

    def pedir(self, consulta: ConsultaDeProducto) -> Resultado:
        """La respuesta de una consulta sobre este producto en este corte."""
        return self.preguntar(consulta, **self.consulta)

    @property
    def cortes_con_libro(self) -> list[date]:
        """Los cortes en que está en un libro, del más antiguo al más reciente."""
        datos = self.serie.datos
        return list(datos.loc[datos["nivel"] == "calculado", "corte_fecha"])


def abrir(preguntar: Preguntas, vista: PoliticaMirada, codigo: str) -> ProductoMirado | None:
    """El producto de ese código, o `None` si no está en el corte."""
    ficha = preguntar(producto.ficha, **vista.consulta, codigo=codigo)
    return None if ficha.esta_vacio else ProductoMirado(preguntar, vista, codigo, ficha)


def indicador(preguntar: Preguntas, vista: PoliticaMirada, codigo: str) -> Indicador:
    """Lo que el libro del corte dice de un producto."""
    pedido: DeUnProducto = {**vista.consulta, "codigo": codigo}
    ficha, metas, reportes = (
        preguntar(consulta, **pedido)
        for consulta in (producto.ficha, producto.metas, producto.reportes)
    )
    return desde_filas.indicador(ficha.fila, metas.filas, reportes.filas)


def linea(preguntar: Preguntas, vista: PoliticaMirada, codigo: str) -> Resultado:
    """Las metas y los reportes por trimestre, con lo que llevaba (`av`) y lo que debía (`ma`).

    Los reportes posteriores al corte no cuentan: quedan en `valor_posterior`.
    """
    pedido: DeUnProducto = {**vista.consulta, "codigo": codigo}
    propia, fila = preguntar(producto.linea, **pedido), preguntar(producto.ficha, **pedido).fila
    suyo, hasta = preguntar.responder(indicador, vista, codigo), periodo_de(vista.corte)
    metas = programadas(suyo)
    trimestres = [
        Periodo(int(a), int(q))
        for a, q in zip(propia.datos["anio"], propia.datos["trimestre"], strict=True)
    ]
    es_posterior = pd.Series([t > hasta for t in trimestres], dtype=bool)
    datos = propia.datos.assign(
        meta_programada=_serie(legible(metas.get(t.anio)) for t in trimestres),
        valor=propia.datos["valor"].mask(es_posterior),
        valor_posterior=propia.datos["valor"].where(es_posterior),
        av=_serie(calcular(suyo, t).av if t <= hasta else None for t in trimestres),
        ma=_serie(
            legible(meta_acumulada(suyo, t.anio, t.trimestre * MESES_POR_TRIMESTRE))
            for t in trimestres
        ),
        formula_version=fila["formula_version"],
    )
    return Resultado.derivar(
        datos, de=propia, nivel="publicado y calculado", parametros=[("con", "lo calculado")]
    )


def paso(preguntar: Preguntas, vista: PoliticaMirada, codigo: str) -> Resultado:
    """El ritmo que lleva un producto y el que necesita, en una fila."""
    ficha, medido = preguntar(producto.ficha, **vista.consulta, codigo=codigo), Ritmo("sin dato")
    if vista.tiene_libro:
        suyo, hasta = preguntar.responder(indicador, vista, codigo), periodo_de(vista.corte)
        rangos = preguntar.responder(vigentes)
        medido = ritmo(suyo, calcular(suyo, hasta, rangos=rangos), hasta)
    datos = {DEL_RITMO.get(campo, campo): valor for campo, valor in asdict(medido).items()}
    datos |= {campo: ficha.fila[campo] for campo in (*PROCEDENCIA, MARCA) if campo in ficha.fila}
    return Resultado.derivar(
        pd.DataFrame([datos]), de=ficha, nivel="calculado", parametros=[("con", "el ritmo")]
    )


def _serie(valores: Iterable[float | None]) -> pd.Series:
    return pd.Series(list(valores), dtype=float)
