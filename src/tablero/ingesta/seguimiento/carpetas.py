"""Dónde están los libros oficiales: `data/fuentes/seguimiento/<política>/<corte>/`."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import Field

from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.fuentes import EXTENSIONES as DE_OTROS
from tablero.ingesta.fuentes import Ficha, leer_ficha
from tablero.ingesta.ordenes import es_un_plan, orden_de_traer
from tablero.ingesta.seguimiento.hojas import EXTENSIONES

SEGUIMIENTO = "seguimiento"
CODIGO = re.compile(r"[a-z0-9_]+")
FICHA = "fuente.yml"
REEMPLAZADOS = ".reemplazado"


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
    def fuentes(self) -> Path:
        """La carpeta de fuentes donde está."""
        return self.carpeta.parents[2]

    @property
    def ruta_corta(self) -> str:
        """Cómo se nombra el libro ante una persona."""
        return self.libro.relative_to(self.fuentes).as_posix()

    def fila(self) -> dict[str, Any]:
        """La fila de la tabla `fuentes`."""
        ficha = self.ficha.model_dump(exclude={"politica_nombre"})
        return {"fuente_codigo": self.fuente_codigo, **ficha}


def descubrir_seguimiento(
    fuentes: Path, salvo: Path | None = None
) -> tuple[DocumentoSeguimiento, ...]:
    """Los libros de seguimiento, por política y corte; `ErroresDeDatos` con todo lo que esté mal.

    También los que están sueltos en cualquier carpeta de las fuentes, menos `salvo`, que se está
    importando. Que no haya ninguno no es un error.
    """
    raiz = fuentes / SEGUIMIENTO
    hallados: list[DocumentoSeguimiento | ErrorDeCelda] = [
        *_sueltos(fuentes, fuentes, salvo),
        *_a_medias(fuentes),
    ]
    if raiz.is_dir():
        hallados += _recorrer(raiz, salvo)
    errores = [h for h in hallados if isinstance(h, ErrorDeCelda)]
    if errores:
        raise ErroresDeDatos(errores)
    return tuple(h for h in hallados if isinstance(h, DocumentoSeguimiento))


def libro_suelto(archivo: Path, fuentes: Path) -> Path | None:
    """Su ruta, si está entre las fuentes sin haberse importado: fuera de carpeta, o sin ficha.

    Un enlace no cuenta: el libro está en otra parte.
    """
    raiz, carpeta = fuentes.resolve(), archivo.parent.resolve()
    if archivo.is_symlink() or not carpeta.is_relative_to(raiz):
        return None
    ruta = fuentes / carpeta.relative_to(raiz) / archivo.name
    lugar = ruta.relative_to(fuentes).parent.parts
    if lugar and lugar[0] != SEGUIMIENTO:
        return None
    en_un_corte = len(lugar) == len((SEGUIMIENTO, "política", "corte"))
    # De un corte solo se saca si no hay nada más: lo que lo acompañe se iría con él.
    return None if en_un_corte and list(ruta.parent.iterdir()) != [ruta] else ruta


def apartada_de(carpeta: Path) -> Path:
    """Donde queda, mientras se construye, el libro que otro reemplaza; fuera de las fuentes."""
    fuentes = carpeta.parents[2]
    return fuentes.parent / REEMPLAZADOS / carpeta.parent.name / carpeta.name


def _a_medias(fuentes: Path) -> Iterator[ErrorDeCelda]:
    """Los libros que una importación interrumpida apartó sin llegar a poner el nuevo."""
    for apartada in sorted((fuentes.parent / REEMPLAZADOS).glob("*/*")):
        lugar = f"{SEGUIMIENTO}/{apartada.parent.name}/{apartada.name}/"
        if not (fuentes / lugar).exists():
            yield ErrorDeCelda(
                lugar,
                mensaje="una importación se interrumpió al reemplazar este libro; devuelva a su "
                f"lugar la carpeta {apartada}.",
            )


def _recorrer(raiz: Path, salvo: Path | None) -> Iterator[DocumentoSeguimiento | ErrorDeCelda]:
    yield from _sueltos(raiz, raiz.parent, salvo)
    for politica in sorted(c for c in raiz.iterdir() if c.is_dir()):
        if not CODIGO.fullmatch(politica.name):
            yield ErrorDeCelda(
                f"{SEGUIMIENTO}/{politica.name}/",
                mensaje="el código de una política va en minúsculas, sin acentos ni espacios.",
            )
            continue
        yield from _sueltos(politica, raiz.parent, salvo)
        for corte in sorted(c for c in politica.iterdir() if c.is_dir()):
            libros = [r for r in _libros_de(corte) if r != salvo]
            if libros or (corte / FICHA).exists():
                yield _leer_carpeta(corte, libros)


def _sueltos(carpeta: Path, fuentes: Path, salvo: Path | None) -> Iterator[ErrorDeCelda]:
    for suelto in _libros_de(carpeta, {*EXTENSIONES, *DE_OTROS}):
        if suelto != salvo:
            mensaje = "está suelto: va en la carpeta de su documento y su corte, con su fuente.yml."
            if suelto.suffix.lower() in EXTENSIONES:
                es_plan = es_un_plan(suelto)
                que = "un plan de acción" if es_plan else "un libro oficial de seguimiento"
                orden = orden_de_traer(suelto, fuentes, es_plan=es_plan)
                mensaje += f" Si es {que}, tráigalo con: {orden}"
            yield ErrorDeCelda(suelto.relative_to(fuentes).as_posix(), mensaje=mensaje)


def _libros_de(carpeta: Path, extensiones: Collection[str] = EXTENSIONES) -> list[Path]:
    """Los libros que están en la carpeta misma, sin los rastros de los que alguien tiene abiertos.

    Excel deja al lado un «~$libro.xlsx» y macOS, un «._libro.xlsx».
    """
    return sorted(
        r
        for r in carpeta.iterdir()
        if r.suffix.lower() in extensiones and not r.name.startswith(("~$", "."))
    )


def orden_de_importar(libro: Path, fuentes: Path) -> str:
    """La orden que trae ese libro a las fuentes, para copiarla."""
    return orden_de_traer(libro, fuentes, es_plan=False)


def _leer_carpeta(carpeta: Path, libros: list[Path]) -> DocumentoSeguimiento | ErrorDeCelda:
    lugar = f"{SEGUIMIENTO}/{carpeta.parent.name}/{carpeta.name}"
    if len(libros) != 1:
        mensaje = f"debe tener un solo libro .xlsx o .xlsb y tiene {len(libros)}."
        return ErrorDeCelda(f"{lugar}/", mensaje=mensaje)
    if not (carpeta / FICHA).exists():
        orden = orden_de_importar(libros[0], carpeta.parents[2])
        mensaje = f"falta {FICHA}: este libro no se ha importado; tráigalo con: {orden}"
        return ErrorDeCelda(f"{lugar}/{libros[0].name}", mensaje=mensaje)
    try:
        ficha = leer_ficha(carpeta / FICHA, FichaSeguimiento)
    except ValueError as error:
        return ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=str(error))
    if ficha.corte_fecha.isoformat() != carpeta.name:
        mensaje = f"corte_fecha es {ficha.corte_fecha} y la carpeta se llama {carpeta.name}."
        return ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=mensaje)
    return DocumentoSeguimiento(carpeta.parent.name, carpeta, libros[0], ficha)
