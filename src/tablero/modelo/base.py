"""Base de las tablas: una clase por tabla, y de ella se deriva todo lo demás.

El esquema DuckDB, la plantilla de Excel, el diccionario y los encabezados de los archivos salen
de estas clases; ninguna otra parte del código repite nombres, tipos ni restricciones.
"""

from datetime import date
from functools import cache
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict

from tablero.modelo.columnas import (
    PATRON_CITA,
    Columna,
    Origen,
    cita_de,
    columna,
    derivada,
    describir,
)
from tablero.modelo.relaciones import (
    Citada,
    Compania,
    Copia,
    Cortes,
    Cuenta,
    Numeracion,
    Prefijo,
    Redondeo,
    Rotulo,
)

__all__ = [
    "PATRON_CITA",
    "Columna",
    "ConFuente",
    "Hecho",
    "Origen",
    "Tabla",
    "cita_de",
    "columna",
    "derivada",
]


class Tabla(BaseModel):
    """Una fila de una tabla del tablero; cada subclase es una tabla."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)

    tabla: ClassVar[str]
    """Nombre de la tabla en DuckDB y de su archivo CSV."""
    hoja: ClassVar[str]
    """Nombre de la hoja en el libro (a lo sumo 31 caracteres)."""
    clave: ClassVar[tuple[str, ...]]
    """Columnas que identifican una fila."""
    es_opcional: ClassVar[bool] = False
    """Si un libro puede no traer su hoja."""
    vigente_por: ClassVar[tuple[str, ...]] = ()
    """Columnas por las que se decide qué vale hoy: de cada combinación, las filas del documento más
    reciente que la trae. Sin ninguna, las del documento más reciente que trae la tabla."""
    unicas: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Otras columnas que tampoco se repiten en un libro, además de la clave."""
    numeracion: ClassVar[Numeracion | None] = None
    """La columna que numera las filas sin saltos, si hay una."""
    citas: ClassVar[tuple[Citada, ...]] = ()
    """Las columnas que una cita dice."""
    copias: ClassVar[tuple[Copia, ...]] = ()
    """Las columnas que repiten las de otra tabla."""
    rotulos: ClassVar[tuple[Rotulo, ...]] = ()
    """Las columnas que la ubicación o la cita nombran con una palabra."""
    prefijos: ClassVar[tuple[Prefijo, ...]] = ()
    """Las columnas que son el comienzo de otra."""
    companias: ClassVar[tuple[Compania, ...]] = ()
    """Las columnas que van juntas o no van."""
    dependencias: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pares de columnas: a cada valor de la segunda corresponde uno solo de la primera."""
    cuentas: ClassVar[tuple[Cuenta, ...]] = ()
    """Las cuentas que salen en cada fila."""
    redondeos: ClassVar[tuple[Redondeo, ...]] = ()
    """Las columnas que otra dice cómo se redondearon."""

    def con(self, **columnas: object) -> Self:
        """La misma fila con otros valores en esas columnas, comprobada entera."""
        return type(self).model_validate({**vars(self), **columnas})

    @classmethod
    @cache
    def columnas(cls) -> tuple[Columna, ...]:
        """Columnas en el orden en que se muestran: clave, propias, procedencia."""
        nombres = list(cls.model_fields)
        cola = [n for n in ORDEN_PROCEDENCIA if n in nombres and n not in cls.clave]
        medio = [n for n in nombres if n not in cls.clave and n not in cola]
        orden = [*cls.clave, *medio, *cola]
        return tuple(describir(nombre, cls.model_fields, cls.clave) for nombre in orden)

    @classmethod
    def columna(cls, nombre: str) -> Columna:
        """La columna con ese nombre; `StopIteration` si la tabla no la tiene."""
        return next(c for c in cls.columnas() if c.nombre == nombre)

    @classmethod
    def columnas_cita(cls) -> tuple[str, ...]:
        """Las columnas con palabras copiadas del documento."""
        return tuple(c.nombre for c in cls.columnas() if c.nombre.endswith("cita"))

    @classmethod
    @cache
    def columnas_libro(cls) -> tuple[Columna, ...]:
        """Las columnas que se escriben en el libro."""
        return tuple(c for c in cls.columnas() if c.origen is Origen.LIBRO)

    @classmethod
    def resumen(cls) -> str:
        """Primer párrafo del docstring de la tabla."""
        return " ".join((cls.__doc__ or "").strip().split("\n\n")[0].split())


class ConFuente(Tabla):
    """Columnas de procedencia: documento y lugar dentro de él."""

    fuente_codigo: str = derivada(
        "Fuente", "Código de la fuente de donde sale la fila.", referencia="fuentes.fuente_codigo"
    )
    ubicacion: str = columna(
        "Ubicación", "Tabla, sección o página del documento donde está el dato.", min_length=1
    )


class Hecho(ConFuente):
    """Procedencia completa: además, el corte y las palabras que llevan el dato."""

    cortes: ClassVar[Cortes] = Cortes.DOCUMENTO
    """Qué corte llevan sus filas en un mismo libro."""

    corte_fecha: date = columna("Fecha de corte", "Fecha hasta la cual vale el dato.")
    cita: str | None = cita_de("Cita", "el dato")


ORDEN_PROCEDENCIA = (
    "divipola_fecha",
    "formula_version",
    "nivel",
    "corte_fecha",
    "fuente_codigo",
    "ubicacion",
    "cita",
)
