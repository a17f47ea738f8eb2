"""Una columna: cómo se declara y lo que se sabe de ella después."""

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal, TypedDict, Unpack, get_args, get_origin

import annotated_types
from pydantic import Field
from pydantic.fields import FieldInfo

from tablero.modelo.escalas import tope


class Origen(StrEnum):
    """De dónde sale el valor de una columna."""

    LIBRO = "libro"
    """La escribe una persona en el libro de la fuente."""
    CONSTRUCCION = "construcción"
    """La deduce o calcula la construcción del tablero."""


Declarada = Any
"""Lo que se asigna a una columna de una tabla. Es `Any` porque está donde iría su valor, que es de
la clase que dice la columna: así lo piden pydantic y mypy."""


class Restricciones(TypedDict, total=False):
    """Las de `pydantic.Field`."""

    default: bool | str | None
    ge: float
    gt: float
    le: float
    min_length: int
    pattern: str


class Opciones(Restricciones, total=False):
    """Las de una columna, además de sus restricciones."""

    unidad: str
    referencia: str
    minimo_en_libro: float | None
    precision: float | None
    sale_de: str
    escala: float | None
    con_ceros: bool
    exacta: bool


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
    **restricciones: Unpack[Restricciones],
) -> Declarada:
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


def derivada(titulo: str, descripcion: str, **opciones: Unpack[Opciones]) -> Declarada:
    """Declara una columna que llena la construcción y que no está en el libro."""
    return columna(titulo, descripcion, origen=Origen.CONSTRUCCION, **opciones)


PATRON_CITA = r"^\S+(\s+\S+){0,14}$"
"""A lo sumo quince palabras."""


def cita_de(titulo: str, que: str) -> Declarada:
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


def describir(nombre: str, campos: Mapping[str, FieldInfo], clave: Sequence[str]) -> Columna:
    """Traduce un campo de pydantic a `Columna`; `clave`, las columnas que identifican una fila."""
    campo = campos[nombre]
    extra = typing.cast(dict[str, Any], campo.json_schema_extra or {})  # lo puso `columna`
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
        en_clave=nombre in clave,
    )


def _tipo(
    anotacion: Any,  # una clase, una unión o un `Literal`: no tienen una clase en común
) -> tuple[TipoColumna, tuple[str, ...], bool]:
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
