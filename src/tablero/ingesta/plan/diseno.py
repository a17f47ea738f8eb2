"""Cómo está armado un plan de acción: lo dice un archivo de `disenos/`, no el código."""

from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from tablero.calculo.seguimiento.indicador import Estado, Periodicidad
from tablero.modelo.politica import Anualizacion
from tablero.texto import plano

CARPETA = "disenos"
Lado = Literal["resultado", "producto"]
Campo = Literal[
    "objetivo",
    "objetivo_ponderacion",
    "codigo",
    "indicador",
    "estado",
    "ponderacion",
    "formula",
    "anualizacion_tipo",
    "periodicidad",
    "linea_base",
    "linea_base_periodo",
    "linea_base_fuente",
    "inicio",
    "fin",
    "meta_final",
    "sector",
    "entidad",
    "dependencia",
    "corresponsable_sector",
    "corresponsable_entidad",
    "corresponsable_dependencia",
]
TITULOS: dict[Campo, str] = {
    "objetivo": "Objetivo",
    "objetivo_ponderacion": "Ponderación del objetivo",
    "codigo": "Código y nombre",
    "indicador": "Nombre del indicador",
    "estado": "Vigente",
    "ponderacion": "Ponderación",
    "formula": "Fórmula",
    "anualizacion_tipo": "Tipo de anualización",
    "periodicidad": "Periodicidad",
    "linea_base": "Línea base",
    "linea_base_periodo": "Año de la línea base",
    "linea_base_fuente": "Fuente de la línea base",
    "inicio": "Fecha de inicio",
    "fin": "Fecha de finalización",
    "meta_final": "Meta final",
    "sector": "Sector",
    "entidad": "Entidad",
    "dependencia": "Dependencia",
    "corresponsable_sector": "Sector corresponsable",
    "corresponsable_entidad": "Entidad corresponsable",
    "corresponsable_dependencia": "Dependencia corresponsable",
}
"""Cómo se nombra cada columna ante una persona."""
Vocablo = Annotated[str, BeforeValidator(plano)]
"""Un texto que se compara sin adornos."""


class _Parte(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FilasDelPlan(_Parte):
    """Dónde suelen estar los encabezados y el primer dato, contando desde 1."""

    encabezado: tuple[int, int]
    datos: int

    @property
    def alto(self) -> int:
        """Cuántas filas ocupan los encabezados."""
        return self.encabezado[1] - self.encabezado[0] + 1


class Titulo(_Parte):
    """Una forma de titular una columna: por sí sola, o dentro de un grupo."""

    titulo: Vocablo
    grupo: Vocablo = ""


class DisenoDePlan(_Parte):
    """Un diseño conocido."""

    nombre: str
    hoja: Vocablo
    filas: FilasDelPlan
    ancla: Vocablo
    meta_de_anio: tuple[Vocablo, ...]
    resultado: dict[Campo, tuple[Titulo, ...]]
    producto: dict[Campo, tuple[Titulo, ...]]
    opcionales: dict[Lado, tuple[Campo, ...]]
    sin_valor: tuple[str, ...]
    sin_dato: tuple[str, ...]
    estados: dict[Vocablo, Estado]
    anualizaciones: dict[Vocablo, Anualizacion]
    periodicidades: dict[Vocablo, Periodicidad]

    def campos(self, lado: Lado) -> dict[Campo, tuple[Titulo, ...]]:
        """Los campos de un lado de la hoja."""
        return self.resultado if lado == "resultado" else self.producto


@cache
def disenos_de_plan() -> tuple[DisenoDePlan, ...]:
    """Todos los de la carpeta, por nombre de archivo."""
    carpeta = files("tablero.ingesta.plan") / CARPETA
    archivos = sorted(
        (a for a in carpeta.iterdir() if a.name.endswith(".yml")), key=lambda a: a.name
    )
    return tuple(
        DisenoDePlan.model_validate(yaml.safe_load(a.read_text(encoding="utf-8"))) for a in archivos
    )
