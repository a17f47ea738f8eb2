"""Base de las tablas: una clase por tabla, y de ella se deriva todo lo demás.

El esquema DuckDB, la plantilla de Excel, el diccionario y los encabezados de los archivos salen
de estas clases; ninguna otra parte del código repite nombres, tipos ni restricciones.
"""

import types
import typing
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Literal, get_args, get_origin

import annotated_types
from pydantic import BaseModel, ConfigDict, Field

from tablero.modelo.escalas import tope
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


class Origen(StrEnum):
    """De dónde sale el valor de una columna."""

    LIBRO = "libro"
    """La escribe una persona en el libro de la fuente."""
    CONSTRUCCION = "construcción"
    """La deduce o calcula la construcción del tablero."""


def columna(
    titulo: str,
    descripcion: str,
    *,
    unidad: str = "",
    origen: Origen = Origen.LIBRO,
    referencia: str = "",
    minimo_en_libro: float | None = None,
    precision: float | None = None,
    sale_de: str = "",
    escala: float | None = None,
    con_ceros: bool = False,
    exacta: bool = False,
    **restricciones: Any,
) -> Any:
    """Declara una columna.

    `titulo` es el encabezado en español llano; `unidad`, la de medida (vacía si no tiene);
    `referencia`, la tabla y columna (`tabla.columna`) donde el valor debe existir, en el mismo
    libro si él la trae; `minimo_en_libro`, lo menos que se acepta en un libro cuando lo calculado
    puede ser menor; `precision`, una unidad del último dígito con que la fuente la imprime (vacía:
    exacta); `sale_de`, de qué columna del libro se deduce una que no está en él; `escala`, lo más
    que puede valer, si no es lo de su unidad (`escalas`); `con_ceros`, si es un texto que puede
    empezar por ceros, y un número los perdería; `exacta`, si dos valores que solo se distinguen en
    tildes, mayúsculas o signos son distintos. Las demás `restricciones` son las de
    `pydantic.Field` (ge, le, pattern, default…).
    """
    return Field(
        title=titulo,
        description=descripcion,
        json_schema_extra={
            "unidad": unidad,
            "origen": origen.value,
            "referencia": referencia,
            "minimo_en_libro": minimo_en_libro,
            "precision": precision,
            "sale_de": sale_de,
            "escala": escala,
            "con_ceros": con_ceros,
            "exacta": exacta,
        },
        **restricciones,
    )


def derivada(titulo: str, descripcion: str, **opciones: Any) -> Any:
    """Declara una columna que llena la construcción y que no está en el libro."""
    return columna(titulo, descripcion, origen=Origen.CONSTRUCCION, **opciones)


PATRON_CITA = r"^\S+(\s+\S+){0,14}$"
"""A lo sumo quince palabras."""


def cita_de(titulo: str, que: str) -> Any:
    """Declara la cita de una cifra de la fila que la cita de la fila no lleva."""
    return columna(
        titulo,
        f"Las pocas palabras del documento que llevan {que} (a lo sumo quince), sin comillas.",
        default=None,
        pattern=PATRON_CITA,
    )


DE_QUIEN = ("_nombre", "_publicado")
"""Cómo terminan las columnas que nombran una entidad, un municipio, un sector…"""

TipoColumna = type[str] | type[int] | type[float] | type[bool] | type[date]


@dataclass(frozen=True)
class Columna:
    """Lo que se sabe de una columna, leído de la clase de su tabla."""

    nombre: str
    titulo: str
    descripcion: str
    unidad: str
    origen: Origen
    referencia: str
    tipo: TipoColumna
    obligatoria: bool
    opciones: tuple[str, ...]
    minimo: float | None
    minimo_en_libro: float | None
    maximo: float | None
    mayor_que: float | None
    patron: str | None
    precision: float | None
    sale_de: str
    titulo_en_libro: str
    """El suyo, o el de la columna del libro de donde sale."""
    escala: float
    """Lo más que puede valer en un libro, con cualquier signo."""
    con_ceros: bool
    exacta: bool
    en_clave: bool

    @property
    def es_codigo(self) -> bool:
        """Si dice cuál es algo con unos signos fijos: un código, o una opción de una lista."""
        if self.tipo is not str:
            return False
        tiene_forma = self.patron is not None and self.patron != PATRON_CITA
        return tiene_forma or bool(self.opciones) or self.nombre.endswith("_codigo")

    @property
    def admite_numero(self) -> bool:
        """Si un número entero dice lo mismo que su texto: no es un código ni un nombre."""
        return not (self.es_codigo or self.con_ceros or self.nombre.endswith(DE_QUIEN))

    @property
    def identifica(self) -> bool:
        """Si dice de qué o de quién es la fila: con otra letra sería de otro."""
        return (
            self.es_codigo
            or self.en_clave
            or bool(self.referencia)
            or self.nombre.endswith(DE_QUIEN)
        )

    @property
    def es_porcentaje(self) -> bool:
        """Verdadero si está en la escala donde 50 significa 50 %."""
        return self.nombre.endswith("_pct")


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

    @classmethod
    @cache
    def columnas(cls) -> tuple[Columna, ...]:
        """Columnas en el orden en que se muestran: clave, propias, procedencia."""
        nombres = list(cls.model_fields)
        cola = [n for n in ORDEN_PROCEDENCIA if n in nombres and n not in cls.clave]
        medio = [n for n in nombres if n not in cls.clave and n not in cola]
        orden = [*cls.clave, *medio, *cola]
        return tuple(_describir(cls, nombre) for nombre in orden)

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
    "formula_version",
    "nivel",
    "corte_fecha",
    "fuente_codigo",
    "ubicacion",
    "cita",
)


def _describir(tabla: type[Tabla], nombre: str) -> Columna:
    """Traduce un campo de pydantic a `Columna`."""
    campos = tabla.model_fields
    campo = campos[nombre]
    extra = typing.cast(dict[str, Any], campo.json_schema_extra or {})
    tipo, opciones, obligatoria = _tipo(campo.annotation)
    limites: dict[str, float] = {}
    patron = None
    for marca in campo.metadata:
        if isinstance(marca, annotated_types.Ge):
            limites["minimo"] = float(typing.cast(float, marca.ge))
        elif isinstance(marca, annotated_types.Le):
            limites["maximo"] = float(typing.cast(float, marca.le))
        elif isinstance(marca, annotated_types.Gt):
            limites["mayor_que"] = float(typing.cast(float, marca.gt))
        elif getattr(marca, "pattern", None):
            patron = str(marca.pattern)
    return Columna(
        nombre=nombre,
        titulo=campo.title or nombre,
        descripcion=campo.description or "",
        unidad=extra.get("unidad", ""),
        origen=Origen(extra.get("origen", Origen.LIBRO)),
        referencia=extra.get("referencia", ""),
        tipo=tipo,
        obligatoria=obligatoria,
        opciones=opciones,
        minimo=limites.get("minimo"),
        minimo_en_libro=_primero(extra.get("minimo_en_libro"), limites.get("minimo")),
        maximo=limites.get("maximo"),
        mayor_que=limites.get("mayor_que"),
        patron=patron,
        precision=extra.get("precision"),
        sale_de=extra.get("sale_de", ""),
        titulo_en_libro=campos[extra.get("sale_de") or nombre].title or nombre,
        escala=_primero(extra.get("escala"), tope(extra.get("unidad", ""))) or 0.0,
        con_ceros=bool(extra.get("con_ceros")),
        exacta=bool(extra.get("exacta")),
        en_clave=nombre in tabla.clave,
    )


def _tipo(anotacion: Any) -> tuple[TipoColumna, tuple[str, ...], bool]:
    """Tipo básico, opciones cerradas y obligatoriedad de una anotación."""
    obligatoria = True
    if get_origin(anotacion) in (typing.Union, types.UnionType):
        argumentos = [a for a in get_args(anotacion) if a is not type(None)]
        obligatoria = len(argumentos) == len(get_args(anotacion))
        anotacion = argumentos[0]
    if get_origin(anotacion) is Literal:
        return str, tuple(str(o) for o in get_args(anotacion)), obligatoria
    return anotacion, (), obligatoria


def _primero(*valores: float | None) -> float | None:
    """El primero que no está vacío (un cero cuenta)."""
    return next((v for v in valores if v is not None), None)
