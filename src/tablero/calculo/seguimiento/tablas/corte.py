"""Un libro de seguimiento, calculado en un corte, y la procedencia que llevan sus filas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypedDict

from tablero.calculo.entidades import NADIE, Directorio, Nombrada
from tablero.calculo.seguimiento.hallazgos.hallazgo import CUANTITATIVO, Hallazgo
from tablero.calculo.seguimiento.indicador import Indicador, Periodo
from tablero.calculo.seguimiento.motor import calcular
from tablero.calculo.seguimiento.niveles import Seguido
from tablero.calculo.seguimiento.tiempo import periodo_de
from tablero.calculo.semaforo import Rangos
from tablero.modelo.fuentes import LUGAR_SIMULADO
from tablero.texto import limpiar

SIN_TABLA = Directorio()
"""Un libro suelto, sin la tabla de entidades: cada una queda con el nombre que trae."""


class Procedencia(TypedDict):
    """La clave, la fuente y el lugar de una fila."""

    politica_codigo: str
    corte_fecha: date
    fuente_codigo: str
    ubicacion: str


class Calculada(Procedencia):
    """La de una fila calculada, que además dice con qué fórmula."""

    formula_version: str


class DeEntidad(TypedDict):
    """La entidad que una fila nombra, y la suya."""

    entidad_nombre: str | None
    entidad_codigo: str | None
    entidad: str | None


@dataclass(frozen=True)
class Corte:
    """Los indicadores de una política en un corte, sin códigos repetidos."""

    politica_codigo: str
    politica_nombre: str
    fecha: date
    fuente_codigo: str
    indicadores: Sequence[Indicador]
    rangos: Rangos
    filas_repetidas: Sequence[Indicador] = ()
    """Las que repiten un código: se revisan y no cuentan."""
    filas_sin_codigo: Sequence[float | None] = ()
    """Lo que pesan las filas que no se sabe de qué indicador son."""
    es_simulado: bool = False
    entidades: Directorio = SIN_TABLA

    @cached_property
    def hasta(self) -> Periodo:
        """El último trimestre que el corte cierra."""
        return periodo_de(self.fecha)

    @cached_property
    def seguidos(self) -> list[Seguido]:
        """Cada indicador con sus cifras."""
        return self._calcular(self.indicadores)

    @property
    def repetidos(self) -> list[Seguido]:
        """Las filas repetidas, con sus cifras."""
        return self._calcular(self.filas_repetidas)

    @cached_property
    def productos(self) -> list[Seguido]:
        """Los que son de producto."""
        return [s for s in self.seguidos if s.indicador.clase == "producto"]

    @cached_property
    def _unidas(self) -> Mapping[str, Nombrada]:
        return self.entidades.unir(i.entidad for i in self.indicadores)

    def entidad_de(self, indicador: Indicador) -> DeEntidad:
        """La entidad como está escrita y, si nombra a alguien, a cuál se une."""
        unida = self._unidas.get(indicador.entidad, NADIE)
        escrita = None if unida == NADIE else limpiar(indicador.entidad)
        return {
            "entidad_nombre": escrita,
            "entidad_codigo": unida.entidad_codigo,
            "entidad": unida.entidad,
        }

    @cached_property
    def _sectores(self) -> Mapping[str, Nombrada]:
        return SIN_TABLA.unir(i.sector for i in self.indicadores)

    def sector_de(self, indicador: Indicador) -> str | None:
        """El sector, escrito en todo el libro de una sola manera."""
        return self._sectores.get(indicador.sector, NADIE).entidad

    def _calcular(self, indicadores: Sequence[Indicador]) -> list[Seguido]:
        return [Seguido(i, calcular(i, self.hasta, rangos=self.rangos)) for i in indicadores]

    def procedencia(self, ubicacion: str) -> Procedencia:
        """La clave, la fuente y el lugar; uno inventado lo dice en cada fila."""
        marca = LUGAR_SIMULADO if self.es_simulado else ""
        return {
            "politica_codigo": self.politica_codigo,
            "corte_fecha": self.fecha,
            "fuente_codigo": self.fuente_codigo,
            "ubicacion": f"{marca}{ubicacion}",
        }


@dataclass(frozen=True)
class Revisado:
    """Un corte y lo que hay que revisar en él, por gravedad."""

    corte: Corte
    hallazgos: Sequence[Hallazgo]
    diseno: str

    def contar(self) -> Mapping[str, dict[str, int]]:
        """Código de producto → severidad → cuántos hallazgos."""
        conteo: dict[str, dict[str, int]] = {}
        for hallazgo in self.hallazgos:
            propio = conteo.setdefault(hallazgo.producto_codigo, {})
            propio[hallazgo.severidad] = propio.get(hallazgo.severidad, 0) + 1
        return conteo


def lugar_de_la_fila(indicador: Indicador) -> str:
    """«hoja «Avance Cuantitativo», fila 12»."""
    celda = indicador.lugares.get(("codigo",), "")
    numero = "".join(c for c in celda if c.isdigit())
    return f"hoja «{indicador.hoja(CUANTITATIVO)}»" + (f", fila {numero}" if numero else "")
