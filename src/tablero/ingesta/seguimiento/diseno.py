"""Cómo está armado un libro de seguimiento: lo dice un archivo de `disenos/`, no el código."""

from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from tablero.calculo.seguimiento.indicador import Estado, Periodicidad
from tablero.modelo.politica import Anualizacion
from tablero.texto import plano

CARPETA = "disenos"

Escala = Literal["fraccion", "porcentaje"]
Campo = Literal[
    "estado",
    "codigo",
    "nombre",
    "sector",
    "entidad",
    "ponderacion",
    "linea_base",
    "anualizacion_tipo",
    "periodicidad",
    "inicio",
    "fin",
    "trimestre",
    "anio",
]
TITULOS: dict[Campo, str] = {
    "estado": "Estado",
    "codigo": "Código e indicador",
    "nombre": "Nombre del indicador",
    "sector": "Sector",
    "entidad": "Entidad",
    "ponderacion": "Ponderación",
    "linea_base": "Línea base",
    "anualizacion_tipo": "Tipo de anualización",
    "periodicidad": "Periodicidad",
    "inicio": "Fecha de inicio",
    "fin": "Fecha de fin",
    "trimestre": "Corte",
    "anio": "Año del reporte",
}
"""Cómo se nombra cada columna ante una persona."""
Bloque = Literal["avance", "metas", "pav", "pahv", "paa"]
Vocablo = Annotated[str, BeforeValidator(plano)]
"""Un texto que se compara simplificado."""


class _Parte(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Hojas(_Parte):
    """Los nombres de las dos hojas."""

    cuantitativo: str
    cualitativo: str


class FilasDelLibro(_Parte):
    """En qué filas está cada cosa, desde 0."""

    bloques: int = Field(ge=0)
    anios: int = Field(ge=0)
    subtitulos: int = Field(ge=0)
    datos: int = Field(ge=0)


class ColumnaFija(_Parte):
    """Una columna de antes de los bloques: su lugar, desde 0, y cómo puede llamarse."""

    columna: int = Field(ge=0)
    titulos: tuple[Vocablo, ...]


class Diseno(_Parte):
    """Un diseño conocido."""

    nombre: str
    hojas: Hojas
    filas: FilasDelLibro
    escala_ponderacion: Escala
    escala_porcentajes: Escala
    columnas: dict[Campo, ColumnaFija]
    bloques: dict[Bloque, Vocablo]
    trimestres: dict[Vocablo, int]
    sin_linea_base: tuple[str, ...]
    estados: dict[Vocablo, Estado]
    anualizaciones: dict[Vocablo, Anualizacion]
    periodicidades: dict[Vocablo, Periodicidad]


@cache
def disenos_conocidos() -> tuple[Diseno, ...]:
    """Todos los de la carpeta, por nombre de archivo."""
    carpeta = files("tablero.ingesta.seguimiento") / CARPETA
    archivos = sorted(
        (a for a in carpeta.iterdir() if a.name.endswith(".yml")), key=lambda a: a.name
    )
    return tuple(
        Diseno.model_validate(yaml.safe_load(a.read_text(encoding="utf-8"))) for a in archivos
    )
