"""Lo que un libro de seguimiento dice de un indicador, ya leído."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from tablero.formato import trimestre
from tablero.modelo.politica import Anualizacion

Estado = Literal["Vigente", "No vigente"]
Clase = Literal["producto", "resultado"]
Periodicidad = Literal[
    "Mensual",
    "Bimestral",
    "Trimestral",
    "Cuatrimestral",
    "Semestral",
    "Anual",
    "Bienal",
    "Trienal",
    "Cuatrienal",
    "Quinquenal",
]

ILEGIBLE = math.nan
"""Un número que está escrito y no se puede leer; toda cifra que dependa de él queda sin dato."""

PARTES_DE_PRODUCTO = 3


class Periodo(NamedTuple):
    """Un trimestre de un año. El 0 es «antes de cerrar el primero»."""

    anio: int
    trimestre: int

    def __str__(self) -> str:
        return f"Q{self.trimestre} de {self.anio}"

    @property
    def dicho(self) -> str:
        """«segundo trimestre de 2024»: como se dice fuera del libro."""
        return trimestre(self.anio, self.trimestre)


class Relato(NamedTuple):
    """El reporte cualitativo de un trimestre: el avance y los enfoques; vacíos si faltan."""

    avance: str
    enfoques: str


Clave = tuple[str | int, ...]
"""Nombre de un dato y, si lo lleva, su año y su trimestre: `("reporte", 2024, 2)`."""

NOMBRES = {
    "estado": "estado",
    "anualizacion_tipo": "tipo de anualización",
    "periodicidad": "periodicidad",
    "ponderacion": "ponderación",
    "linea_base": "línea base",
    "inicio": "fecha de inicio",
    "fin": "fecha de fin",
    "meta_final": "meta final",
}
"""Dato que se dice una sola vez → cómo se lee."""


def nombrar(clave: Clave) -> str:
    """«fecha de inicio», «meta de 2024», «reporte del segundo trimestre de 2024»."""
    campo, *cuando = clave
    if campo == "meta":
        return f"meta de {cuando[0]}"
    if campo == "reporte":
        return f"reporte del {Periodo(int(cuando[0]), int(cuando[1])).dicho}"
    return NOMBRES[str(campo)]


@dataclass(frozen=True)
class Publicado:
    """Lo que el libro trae ya calculado; los porcentajes, en la escala donde 50 es 50 %."""

    periodo: Periodo | None = None
    """El corte que declara la fila."""
    acumulados: Mapping[int, float] = field(default_factory=dict)
    metas_acumuladas: Mapping[int, float] = field(default_factory=dict)
    pav_pct: Mapping[int, float] = field(default_factory=dict)
    pahv_pct: Mapping[int, float] = field(default_factory=dict)
    paa_pct: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Indicador:
    """Un indicador de producto o de resultado.

    `None`, o la ausencia, es una celda vacía; la que está escrita y no se puede leer es `ILEGIBLE`
    si es un número y está en `sin_leer` si no lo es.
    """

    codigo: str
    anualizacion_tipo: Anualizacion | None
    periodicidad: Periodicidad | None
    metas: Mapping[int, float]
    """Año → meta de la vigencia, como está escrita (también los ceros)."""
    meta_final: float | None
    reportes: Mapping[Periodo, float]
    estado: Estado | None = "Vigente"
    linea_base: float | None = None
    ponderacion_pct: float | None = None
    inicio: date | None = None
    fin: date | None = None
    anios: tuple[int, ...] = ()
    """Los años que tiene el libro."""
    nombre: str = ""
    """Lo que acompaña al código: el producto, o el resultado esperado."""
    indicador_nombre: str = ""
    sector: str = ""
    entidad: str = ""
    publicado: Publicado = field(default_factory=Publicado)
    relatos: Mapping[Periodo, Relato] | None = None
    """`None` si el libro no trae el reporte cualitativo."""
    lugares: Mapping[Clave, str] = field(default_factory=dict)
    """Dónde está cada dato: `("meta", 2024)` → `CB7`."""
    libro: str = ""
    """De cuál de los dos libros de su corte es, si hay dos: «resultados»."""
    sin_leer: frozenset[str] = frozenset()
    """De `estado`, `anualizacion_tipo`, `periodicidad`, `inicio` y `fin`, los que están escritos y
    no se pueden leer."""

    def hoja(self, nombre: str) -> str:
        """Cómo se nombra una de sus hojas: la del otro libro, con cuál es."""
        return f"{nombre} (libro de {self.libro})" if self.libro else nombre

    @property
    def clase(self) -> Clase:
        """Producto (código N.N.N) o resultado (N.N)."""
        es_producto = self.codigo.count(".") == PARTES_DE_PRODUCTO - 1
        return "producto" if es_producto else "resultado"

    @property
    def objetivo(self) -> str:
        """El primer número del código."""
        return self.codigo.partition(".")[0]

    @property
    def resultado(self) -> str:
        """Los dos primeros números del código."""
        return ".".join(self.codigo.split(".")[:2])

    @property
    def ilegibles(self) -> frozenset[Clave]:
        """Los datos que están escritos y no se pueden leer."""
        numeros: dict[Clave, float | None] = {
            ("ponderacion",): self.ponderacion_pct,
            ("linea_base",): self.linea_base,
            ("meta_final",): self.meta_final,
        }
        numeros |= {("meta", anio): meta for anio, meta in self.metas.items()}
        numeros |= {("reporte", *periodo): valor for periodo, valor in self.reportes.items()}
        ilegibles = {clave for clave, v in numeros.items() if v is not None and math.isnan(v)}
        return frozenset(ilegibles | {(campo,) for campo in self.sin_leer})

    def reportes_hasta(self, hasta: Periodo) -> dict[Periodo, float]:
        """Los reportes hasta ese trimestre, del más antiguo al más nuevo."""
        return {p: self.reportes[p] for p in sorted(self.reportes) if p <= hasta}
