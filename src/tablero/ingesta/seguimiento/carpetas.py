"""Dónde están los libros oficiales: `data/fuentes/seguimiento/<política>/<corte>/`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.fuentes import Ficha, leer_ficha
from tablero.ingesta.seguimiento.hojas import EXTENSIONES

SEGUIMIENTO = "seguimiento"
CODIGO = re.compile(r"[a-z0-9_]+")
IMPORTAR = "tráigalo con: tablero seguimiento importar ARCHIVO"


class FichaSeguimiento(Ficha):
    """Lo que dice el `fuente.yml` de un libro de seguimiento."""

    politica_nombre: str = Field(min_length=1)


@dataclass(frozen=True)
class DocumentoSeguimiento:
    """El libro de una política en un corte."""

    politica_codigo: str
    carpeta: Path
    libro: Path
    ficha: FichaSeguimiento

    @property
    def nombre(self) -> str:
        """Cómo se llama su carpeta entre las fuentes."""
        return f"{SEGUIMIENTO}/{self.politica_codigo}"

    @property
    def fuente_codigo(self) -> str:
        """Política y corte: `seguimiento_poblacion_migrante_internacional_2025-06-30`."""
        return f"{SEGUIMIENTO}_{self.politica_codigo}_{self.carpeta.name}"

    @property
    def ruta_corta(self) -> str:
        """Cómo se nombra el libro ante una persona."""
        return self.libro.relative_to(self.carpeta.parents[2]).as_posix()

    def fila(self) -> dict[str, Any]:
        """La fila de la tabla `fuentes`."""
        ficha = self.ficha.model_dump(exclude={"politica_nombre"})
        return {"fuente_codigo": self.fuente_codigo, **ficha}


def descubrir_seguimiento(fuentes: Path) -> tuple[DocumentoSeguimiento, ...]:
    """Los libros de seguimiento, por política y corte; `ErroresDeDatos` con todo lo que esté mal.

    Que no haya ninguno no es un error.
    """
    raiz = fuentes / SEGUIMIENTO
    hallados = list(_recorrer(raiz)) if raiz.is_dir() else []
    errores = [h for h in hallados if isinstance(h, ErrorDeCelda)]
    if errores:
        raise ErroresDeDatos(errores)
    return tuple(h for h in hallados if isinstance(h, DocumentoSeguimiento))


def _recorrer(raiz: Path) -> Iterator[DocumentoSeguimiento | ErrorDeCelda]:
    for suelto in sorted(r for r in raiz.iterdir() if r.suffix.lower() in EXTENSIONES):
        yield ErrorDeCelda(
            f"{SEGUIMIENTO}/{suelto.name}", mensaje=f"está fuera de su carpeta; {IMPORTAR}"
        )
    for politica in sorted(c for c in raiz.iterdir() if c.is_dir()):
        if not CODIGO.fullmatch(politica.name):
            yield ErrorDeCelda(
                f"{SEGUIMIENTO}/{politica.name}/",
                mensaje="el código de una política va en minúsculas, sin acentos ni espacios.",
            )
            continue
        for corte in sorted(c for c in politica.iterdir() if c.is_dir()):
            yield _leer_carpeta(corte)


def _leer_carpeta(carpeta: Path) -> DocumentoSeguimiento | ErrorDeCelda:
    lugar = f"{SEGUIMIENTO}/{carpeta.parent.name}/{carpeta.name}"
    libros = sorted(r for r in carpeta.iterdir() if r.suffix.lower() in EXTENSIONES)
    if len(libros) != 1:
        mensaje = f"debe tener un solo libro .xlsx o .xlsb y tiene {len(libros)}; {IMPORTAR}"
        return ErrorDeCelda(f"{lugar}/", mensaje=mensaje)
    if not (carpeta / "fuente.yml").exists():
        mensaje = f"falta fuente.yml: este libro no se ha importado; {IMPORTAR}"
        return ErrorDeCelda(f"{lugar}/{libros[0].name}", mensaje=mensaje)
    try:
        ficha = leer_ficha(carpeta / "fuente.yml", FichaSeguimiento)
    except ValueError as error:
        return ErrorDeCelda(f"{lugar}/fuente.yml", mensaje=str(error))
    if ficha.corte_fecha.isoformat() != carpeta.name:
        mensaje = f"corte_fecha es {ficha.corte_fecha} y la carpeta se llama {carpeta.name}."
        return ErrorDeCelda(f"{lugar}/fuente.yml", mensaje=mensaje)
    return DocumentoSeguimiento(carpeta.parent.name, carpeta, libros[0], ficha)
