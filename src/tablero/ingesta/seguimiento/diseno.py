"""Cómo está armado un libro de seguimiento: lo dice un archivo de `disenos/`, no el código."""

import re
from functools import cache, cached_property
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
"""Un texto que se compara sin tildes, mayúsculas ni signos."""
Palabras = frozenset[str]


class _Parte(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Hojas(_Parte):
    """Los nombres de las dos hojas."""

    cuantitativo: str
    cualitativo: str


class ColumnaFija(_Parte):
    """Una columna fuera de los bloques: su lugar oficial, desde 0, y cómo puede llamarse."""

    columna: int = Field(ge=0)
    titulos: tuple[Vocablo, ...]


class PalabrasDeRotulo(_Parte):
    """Las que un rótulo puede llevar además de su año o su trimestre, según el bloque."""

    comunes: Palabras
    avance: Palabras
    metas: Palabras
    porcentajes: Palabras
    acumulado: Palabras
    final: Palabras


class Trimestres(_Parte):
    """Cómo se escribe un trimestre: su palabra y su número, en cualquier orden."""

    palabras: tuple[Vocablo, ...]
    ordinales: dict[int, tuple[Vocablo, ...]]

    @cached_property
    def numero_de(self) -> dict[str, int]:
        """«2do» → 2."""
        return {escrito: n for n, escritos in self.ordinales.items() for escrito in escritos}

    @cached_property
    def formas(self) -> tuple[re.Pattern[str], ...]:
        """«1er trimestre»; «trimestre 1», «Q1»; «1T»."""
        # Los más largos primero: «1 er» antes que «1».
        numero = "|".join(sorted(map(re.escape, self.numero_de), key=len, reverse=True))
        palabra = "|".join(map(re.escape, self.palabras))
        return tuple(
            re.compile(forma)
            for forma in (
                rf"\b({numero}) (?:{palabra})\b",
                rf"\b(?:{palabra}) ?({numero})\b",
                r"\b([1-4])[tq]\b",
            )
        )


class Relatos(_Parte):
    """Las palabras que distinguen las dos columnas de cada trimestre en la hoja cualitativa."""

    avance: Palabras
    enfoques: Palabras


class Diseno(_Parte):
    """Un diseño conocido."""

    nombre: str
    hojas: Hojas
    filas_del_encabezado: int = Field(ge=1)
    alto_del_encabezado: int = Field(ge=1)
    escala_ponderacion: Escala
    escala_porcentajes: Escala
    columnas: dict[Campo, ColumnaFija]
    prescindibles: frozenset[Campo]
    bloques: dict[Bloque, tuple[Vocablo, ...]]
    palabras: PalabrasDeRotulo
    trimestres: Trimestres
    relatos: Relatos
    totales: frozenset[Vocablo]
    sin_linea_base: tuple[str, ...]
    estados: dict[Vocablo, Estado]
    anualizaciones: dict[Vocablo, Anualizacion]
    periodicidades: dict[Vocablo, Periodicidad]

    def llamar(self, bloque: Bloque) -> str:
        """Cómo se nombra un bloque ante una persona."""
        return self.bloques[bloque][0]


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
