"""Las carpetas de `data/fuentes`: qué documentos hay y qué dice el `fuente.yml` de cada uno."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tablero.errores import ArchivoIlegible, ErrorDeCelda, ErroresDeDatos, motivo
from tablero.ingesta.fuentes.ficha import FICHA, Ficha, FichaDocumento, leer_ficha
from tablero.libro.archivos import es_rastro, nombre_llano, partes_de
from tablero.modelo import LIBROS, LIBROS_OPCIONALES, Tabla
from tablero.modelo.fuentes import Fuente

__all__ = [
    "Documento",
    "Ficha",
    "FichaDocumento",
    "buscar_libro",
    "descubrir",
    "exigir_carpeta",
    "leer_ficha",
    "sha256",
]

EXTENSIONES = (".xlsx", ".ods")
TALLER_DE_IMPORTAR = ".importado-"
"""Comienzo del nombre de la carpeta, al lado de las fuentes, donde se prepara lo que entra."""
PLAN_ACCION = "plan_accion"
"""La carpeta de los planes de acción."""
APARTE = frozenset({"seguimiento", PLAN_ACCION})
"""Carpetas con libros de otra clase, que se descubren en otra parte."""


@dataclass(frozen=True)
class Documento:
    """Un documento en un corte: su carpeta, su libro y su ficha."""

    nombre: str
    carpeta: Path
    libro: Path
    ficha: FichaDocumento

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

    def fila(self) -> Fuente:
        """La fila de la tabla `fuentes`."""
        ficha = self.ficha.model_dump(exclude={"otros_cortes", "sellado_por", "sellado_el"})
        return Fuente(fuente_codigo=self.fuente_codigo, **ficha)


def descubrir(fuentes: Path) -> tuple[Documento, ...]:
    """Los documentos de `fuentes/<documento>/<corte>/`, en orden.

    `ErroresDeDatos` con todo lo que falte o sobre: carpetas desconocidas, fichas mal escritas,
    libros ausentes o dobles, documentos obligatorios que no están.
    """
    errores: list[ErrorDeCelda] = []
    documentos: list[Documento] = []
    exigir_carpeta(fuentes)
    for carpeta in (c for c in _carpetas(fuentes) if c.name not in APARTE):
        if carpeta.name not in LIBROS:
            conocidos = ", ".join(LIBROS)
            errores.append(
                ErrorDeCelda(
                    f"{carpeta.name}/", mensaje=f"documento desconocido; use: {conocidos}."
                )
            )
            continue
        for corte in _carpetas(carpeta):
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


def exigir_carpeta(fuentes: Path) -> None:
    """`ErroresDeDatos` si esas fuentes no existen."""
    if not fuentes.is_dir():
        raise ErroresDeDatos([ErrorDeCelda(str(fuentes), mensaje="la carpeta no existe.")])


def _carpetas(de: Path) -> list[Path]:
    return sorted(c for c in de.iterdir() if c.is_dir() and not es_rastro(c))


def _leer_carpeta(carpeta: Path) -> Documento | Sequence[ErrorDeCelda]:
    lugar = f"{carpeta.parent.name}/{carpeta.name}"
    libro = buscar_libro(carpeta)
    if isinstance(libro, str):
        return [ErrorDeCelda(f"{lugar}/", mensaje=libro)]
    try:
        ficha = leer_ficha(carpeta / FICHA, FichaDocumento)
    except ValueError as error:
        return [ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=str(error))]
    if ficha.corte_fecha.isoformat() != carpeta.name:
        mensaje = f"corte_fecha es {ficha.corte_fecha} y la carpeta se llama {carpeta.name}."
        return [ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=mensaje)]
    return Documento(carpeta.parent.name, carpeta, libro, ficha)


def buscar_libro(carpeta: Path) -> Path | str:
    """El libro de una carpeta (.xlsx, .ods o una carpeta de CSV), o por qué no hay uno.

    Su nombre no distingue mayúsculas: en un disco que sí lo hace, `CNIM.XLSX` al lado de
    `cnim.xlsx` es otro libro del mismo documento, y no uno que nadie lee.
    """
    nombre = carpeta.parent.name
    presentes = sorted(r for r in carpeta.iterdir() if _es_su_libro(r, nombre))
    if not presentes:
        return f"falta el libro: se esperaba {nombre}.xlsx, {nombre}.ods o la carpeta {nombre}/."
    if len(presentes) > 1:
        en_orden = sorted(presentes, key=lambda r: (r.is_dir(), r.suffix != ".xlsx", r.name))
        return f"hay más de un libro: {', '.join(r.name for r in en_orden)}; deje uno."
    return presentes[0]


def _es_su_libro(ruta: Path, nombre: str) -> bool:
    if es_rastro(ruta):
        return False
    if ruta.is_dir():
        return nombre_llano(ruta.name) == nombre
    return nombre_llano(ruta.suffix) in EXTENSIONES and nombre_llano(ruta.stem) == nombre


def sha256(libro: Path) -> str:
    """Huella de un libro; la de una carpeta de CSV cubre los nombres y contenidos de todos.

    Cubre lo que se lee (`partes`), ni más ni menos. `ArchivoIlegible` si algo no se puede leer.
    """
    try:
        if libro.is_file():
            with libro.open("rb") as abierto:
                return hashlib.file_digest(abierto, "sha256").hexdigest()
        suma = hashlib.sha256()
        for parte in partes_de(libro):
            suma.update(os.fsencode(parte.name))
            suma.update(hashlib.sha256(parte.read_bytes()).digest())
    except OSError as error:
        raise ArchivoIlegible(
            f"{error.filename or libro}: no se puede leer ({motivo(error)})."
        ) from None
    return suma.hexdigest()
