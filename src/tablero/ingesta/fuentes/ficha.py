"""La ficha de un documento: `fuente.yml`, con lo que dice de él."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Self, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from tablero.leer_yaml import Campos, YamlMalEscrito, leer_yaml
from tablero.libro.archivos import nombre_llano
from tablero.modelo.base import PATRON_CITA
from tablero.modelo.periodicidad import PERIODICIDADES, Periodicidad
from tablero.texto import decir_ajenas, visible

FICHA = "fuente.yml"
ENTRE_COMILLAS = "póngalo entre comillas"
ENTRE_CAMPOS = "entre_campos"
"""La clase de los errores entre los campos de la periodicidad; su contexto dice en cuál."""
SUYOS = {
    "periodicidad_cita": "la cita de la fuente que lo dice",
    "periodicidad_ubicacion": "la parte del documento donde está",
}
"""Lo que va siempre con una periodicidad."""


class Ficha(BaseModel):
    """Lo que dice `fuente.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    titulo: str = Field(min_length=1)
    entidad: str = Field(min_length=1)
    corte_fecha: date
    corte_texto: str = Field(min_length=1)
    archivo: str = Field(min_length=1)
    licencia: str = Field(min_length=1)
    nota: str | None = None
    periodicidad: Periodicidad | None = None
    periodicidad_cita: str | None = Field(default=None, pattern=PATRON_CITA)
    periodicidad_ubicacion: str | None = Field(default=None, min_length=1)
    periodicidad_desde_fecha: date | None = None
    periodicidad_hasta_fecha: date | None = None
    libro_sha256: str = ""
    es_simulado: bool = False

    def en_yaml(self) -> str:
        """El texto de su `fuente.yml`; de la periodicidad, solo lo que la fuente dice."""
        calla = {
            campo
            for campo in type(self).model_fields
            if campo.startswith("periodicidad") and getattr(self, campo) is None
        }
        return yaml.safe_dump(self.model_dump(exclude=calla), allow_unicode=True, sort_keys=False)

    @model_validator(mode="after")
    def _con_sus_palabras(self) -> Self:
        """Una periodicidad va con las palabras de la fuente que la dicen; sin ella, nada de eso."""
        de_ella = [c for c in type(self).model_fields if c.startswith("periodicidad_")]
        sobran = [c for c in de_ella if getattr(self, c) is not None]
        if self.periodicidad is None and sobran:
            raise _error(sobran[0], "sobra, porque no se dice la periodicidad")
        for campo, que in SUYOS.items() if self.periodicidad is not None else ():
            if getattr(self, campo) is None:
                raise _error(campo, f"falta; con la periodicidad va {que}")
        desde, hasta = self.periodicidad_desde_fecha, self.periodicidad_hasta_fecha
        if desde is not None and hasta is not None and hasta < desde:
            raise _error("periodicidad_hasta_fecha", f"es anterior a {desde}, cuando empieza")
        return self


def _error(campo: str, mensaje: str) -> PydanticCustomError:
    """El de un campo que no va con otro: pydantic solo sabría decir que es de la ficha."""
    return PydanticCustomError(ENTRE_CAMPOS, "{mensaje}", {"campo": campo, "mensaje": mensaje})


class FichaDocumento(Ficha):
    """La de un documento, que puede traer datos de cortes anteriores al suyo."""

    otros_cortes: list[date] = Field(default_factory=list)
    sellado_por: str | None = None
    """Quién lo selló, como se llama su cuenta en el equipo; lo escribe `tablero sellar`."""
    sellado_el: str | None = None
    """Cuándo, con su zona horaria."""


ClaseDeFicha = TypeVar("ClaseDeFicha", bound=Ficha)


def leer_ficha(ruta: Path, clase: type[ClaseDeFicha]) -> ClaseDeFicha:
    """La ficha de ese archivo; `ValueError` con todo lo que esté mal, con su línea."""
    otras = [r.name for r in _otras(ruta)]
    try:
        campos = leer_yaml(ruta)
    except FileNotFoundError:
        otra = f" Hay «{visible(otras[0])}»: cámbiele el nombre." if otras else ""
        raise ValueError(f"no existe; debe acompañar al libro.{otra}") from None
    if otras:
        raise ValueError(f"hay otra ficha («{visible(otras[0])}»); deje una sola.")
    problemas = [
        _en_su_linea(campo, f"tiene una letra de otro alfabeto ({letras})", campos)
        for campo, valor in campos.items()
        if isinstance(valor, str) and campo != "sellado_por" and (letras := decir_ajenas(valor))
    ]
    try:
        ficha = clase.model_validate(dict(campos))
    except ValidationError as error:
        problemas += [_problema(p, campos, clase) for p in error.errors()]
    if problemas:
        raise YamlMalEscrito("; ".join(problemas) + "." * (not problemas[-1].endswith("?")))
    return ficha


def _otras(ruta: Path) -> list[Path]:
    """Las que un disco que no distingue mayúsculas tomaría por esta, o con la otra extensión."""
    nombres = (ruta.name, f"{ruta.stem}.yaml")
    vecinas = sorted(ruta.parent.iterdir()) if ruta.parent.is_dir() else []
    return [r for r in vecinas if nombre_llano(r.name) in nombres and r.name != ruta.name]


def _problema(problema: ErrorDetails, campos: Campos, clase: type[Ficha]) -> str:
    campo = ".".join(str(parte) for parte in problema["loc"]) or "el archivo"
    if problema["type"] == ENTRE_CAMPOS:
        return _en_su_linea(problema["ctx"]["campo"], problema["ctx"]["mensaje"], campos)
    mensajes = {
        "missing": "falta",
        "bool_type": "escriba true o false, sin comillas",
        "list_type": "escriba una lista: [2024-06-30]",
        "string_too_short": "está vacío",
        "string_type": _no_es_texto(problema["input"]),
        "extra_forbidden": _no_es_campo(campo, campos, clase),
        "literal_error": f"use una de: {', '.join(PERIODICIDADES)}",
    }
    if campo == "periodicidad_cita" and problema["type"] == "string_pattern_mismatch":
        return _en_su_linea(campo, "lleva de una a quince palabras del documento", campos)
    if problema["type"].startswith("date"):
        return _en_su_linea(campo, "escriba una fecha AAAA-MM-DD, sin comillas", campos)
    return _en_su_linea(campo, mensajes.get(problema["type"], "no tiene la forma esperada"), campos)


def _no_es_texto(valor: object) -> str:
    if valor is None:
        return "está vacío"
    if isinstance(valor, dict | list):
        return "escriba un texto"
    return f"se leería como un número, una fecha o un sí o no; {ENTRE_COMILLAS}"


def _no_es_campo(campo: str, campos: Campos, clase: type[Ficha]) -> str:
    faltan = [c for c in clase.model_fields if c not in campos]
    cercanos = get_close_matches(campo, faltan, 1)
    propuesta = f"; ¿quiso decir «{cercanos[0]}»?" if cercanos else ""
    return f"no es un campo conocido{propuesta}"


def _en_su_linea(campo: str, mensaje: str, campos: Campos) -> str:
    linea = campos.lineas.get(campo.partition(".")[0])
    donde = f"línea {linea}, " if linea else ""
    return f"{donde}{visible(campo)}: {mensaje}"
