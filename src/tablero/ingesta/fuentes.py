"""Las carpetas de `data/fuentes`: qué documentos hay y qué dice el `fuente.yml` de cada uno."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.modelo import LIBROS, LIBROS_OPCIONALES, Tabla

EXTENSIONES = (".xlsx", ".ods")
PLAN_ACCION = "plan_accion"
"""La carpeta de los planes de acción."""
APARTE = frozenset({"seguimiento", PLAN_ACCION})
"""Carpetas con libros de otra clase, que se descubren en otra parte."""


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
    libro_sha256: str = ""
    es_simulado: bool = False


ClaseDeFicha = TypeVar("ClaseDeFicha", bound=Ficha)


@dataclass(frozen=True)
class Documento:
    """Un documento en un corte: su carpeta, su libro y su ficha."""

    nombre: str
    carpeta: Path
    libro: Path
    ficha: Ficha

    @property
    def fuente_codigo(self) -> str:
        """Documento y corte: `sdp_2024-12-31`."""
        return f"{self.nombre}_{self.carpeta.name}"

    @property
    def tablas(self) -> tuple[type[Tabla], ...]:
        """Las tablas que su libro debe traer."""
        return LIBROS[self.nombre]

    @property
    def ruta_corta(self) -> str:
        """Cómo se nombra el libro ante una persona: `sdp/2024-12-31/sdp.xlsx`."""
        return self.libro.relative_to(self.carpeta.parents[1]).as_posix()

    def fila(self) -> dict[str, Any]:
        """La fila de la tabla `fuentes`."""
        return {"fuente_codigo": self.fuente_codigo, **self.ficha.model_dump()}


def descubrir(fuentes: Path) -> tuple[Documento, ...]:
    """Los documentos de `fuentes/<documento>/<corte>/`, en orden.

    `ErroresDeDatos` con todo lo que falte o sobre: carpetas desconocidas, fichas mal escritas,
    libros ausentes o dobles, documentos obligatorios que no están.
    """
    errores: list[ErrorDeCelda] = []
    documentos: list[Documento] = []
    if not fuentes.is_dir():
        raise ErroresDeDatos([ErrorDeCelda(str(fuentes), mensaje="la carpeta no existe.")])
    for carpeta in sorted(c for c in fuentes.iterdir() if c.is_dir() and c.name not in APARTE):
        if carpeta.name not in LIBROS:
            conocidos = ", ".join(LIBROS)
            errores.append(
                ErrorDeCelda(
                    f"{carpeta.name}/", mensaje=f"documento desconocido; use: {conocidos}."
                )
            )
            continue
        for corte in sorted(c for c in carpeta.iterdir() if c.is_dir()):
            hallado = _leer_carpeta(corte)
            if isinstance(hallado, Documento):
                documentos.append(hallado)
            else:
                errores += hallado
    presentes = {d.nombre for d in documentos} | {e.archivo.split("/")[0] for e in errores}
    errores += [
        ErrorDeCelda(f"{nombre}/", mensaje="falta el documento: no hay ninguna carpeta de corte.")
        for nombre in LIBROS
        if nombre not in presentes | LIBROS_OPCIONALES
    ]
    if errores:
        raise ErroresDeDatos(errores)
    return tuple(documentos)


def _leer_carpeta(carpeta: Path) -> Documento | Sequence[ErrorDeCelda]:
    lugar = f"{carpeta.parent.name}/{carpeta.name}"
    libro = buscar_libro(carpeta)
    if isinstance(libro, str):
        return [ErrorDeCelda(f"{lugar}/", mensaje=libro)]
    try:
        ficha = leer_ficha(carpeta / "fuente.yml", Ficha)
    except ValueError as error:
        return [ErrorDeCelda(f"{lugar}/fuente.yml", mensaje=str(error))]
    if ficha.corte_fecha.isoformat() != carpeta.name:
        mensaje = f"corte_fecha es {ficha.corte_fecha} y la carpeta se llama {carpeta.name}."
        return [ErrorDeCelda(f"{lugar}/fuente.yml", mensaje=mensaje)]
    return Documento(carpeta.parent.name, carpeta, libro, ficha)


def buscar_libro(carpeta: Path) -> Path | str:
    """El libro de una carpeta (.xlsx, .ods o una carpeta de CSV), o por qué no hay uno."""
    nombre = carpeta.parent.name
    esperados = [carpeta / f"{nombre}{e}" for e in EXTENSIONES] + [carpeta / nombre]
    presentes = [r for r in esperados if r.exists()]
    if not presentes:
        return f"falta el libro: se esperaba {nombre}.xlsx, {nombre}.ods o la carpeta {nombre}/."
    if len(presentes) > 1:
        return "hay más de un libro: " + ", ".join(r.name for r in presentes) + "; deje uno."
    return presentes[0]


def leer_ficha(ruta: Path, clase: type[ClaseDeFicha]) -> ClaseDeFicha:
    """La ficha de `fuente.yml`; `ValueError` con el motivo si falta o está mal escrita."""
    try:
        crudo = yaml.safe_load(ruta.read_text(encoding="utf-8"))
        return clase.model_validate(crudo)
    except FileNotFoundError:
        raise ValueError("no existe; debe acompañar al libro.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ValueError(f"no se puede leer: {error}") from None
    except ValidationError as error:
        problemas = "; ".join(f"{_campo(p)}: {_problema(p)}" for p in error.errors())
        raise ValueError(problemas) from None


def _campo(problema: Any) -> str:
    return ".".join(str(parte) for parte in problema["loc"]) or "el archivo"


def _problema(problema: Any) -> str:
    mensajes = {
        "missing": "falta",
        "extra_forbidden": "no es un campo conocido",
        "date_type": "escriba una fecha AAAA-MM-DD, sin comillas",
        "string_type": "escriba un texto",
        "bool_type": "escriba true o false, sin comillas",
        "string_too_short": "está vacío",
    }
    return mensajes.get(problema["type"], "no tiene la forma esperada")


def sha256(libro: Path) -> str:
    """Huella de un libro; la de una carpeta de CSV cubre los nombres y contenidos de todos."""
    if libro.is_file():
        return hashlib.sha256(libro.read_bytes()).hexdigest()
    suma = hashlib.sha256()
    for parte in sorted(libro.glob("*.csv")):
        suma.update(parte.name.encode())
        suma.update(hashlib.sha256(parte.read_bytes()).digest())
    return suma.hexdigest()
