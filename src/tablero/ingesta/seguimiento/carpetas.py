"""Dónde están los libros oficiales: `data/fuentes/seguimiento/<política>/<corte>/`.

Los productos y los resultados de una política pueden venir en dos libros: `<política>.xlsx` y
`<política>_resultados.xlsx`. Un solo libro puede traer las dos cosas.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import Field

from tablero.errores import ErrorDeCelda, ErroresDeDatos, ErrorTablero
from tablero.ingesta.fuentes.documentos import EXTENSIONES as DE_OTROS
from tablero.ingesta.fuentes.documentos import Ficha, leer_ficha
from tablero.ingesta.ordenes import es_un_plan, orden_de_construir, orden_de_traer
from tablero.ingesta.seguimiento.hojas import EXTENSIONES
from tablero.modelo.fuentes import Fuente

SEGUIMIENTO = "seguimiento"
CODIGO = re.compile(r"[a-z0-9_]+")
FICHA = "fuente.yml"
REEMPLAZADOS = ".reemplazado"
DE_RESULTADOS = "_resultados"
"""Con esto termina el nombre del libro que solo trae resultados."""
Parte = Literal["productos", "resultados"]
"""Qué trae un libro; el de productos puede traer también los resultados."""
PARTES: tuple[Parte, ...] = ("productos", "resultados")


class FichaSeguimiento(Ficha):
    """Lo que dice el `fuente.yml` de un corte: `archivo` y `libro_sha256` son del de productos."""

    politica_nombre: str = Field(min_length=1)
    archivo: str = ""
    resultados_archivo: str = ""
    resultados_sha256: str = ""

    def huella(self, parte: Parte) -> str:
        """El sello de uno de los dos libros; vacío si no lo hay."""
        return self.libro_sha256 if parte == "productos" else self.resultados_sha256


@dataclass(frozen=True)
class DocumentoSeguimiento:
    """Los libros de una política en un corte."""

    politica_codigo: str
    carpeta: Path
    ficha: FichaSeguimiento
    libros: Mapping[Parte, Path]

    @property
    def esta_completo(self) -> bool:
        """Si tiene el libro de productos: sin él no hay nada que mostrar del corte."""
        return "productos" in self.libros

    @property
    def sellos(self) -> list[tuple[Path, str]]:
        """Cada libro y la huella que debe tener."""
        return [(ruta, self.ficha.huella(parte)) for parte, ruta in self.libros.items()]

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

    def ruta_corta(self, libro: Path) -> str:
        """Cómo se nombra uno de sus libros ante una persona."""
        return libro.relative_to(self.fuentes).as_posix()

    def fila(self) -> Fuente:
        """La fila de la tabla `fuentes`."""
        aparte = {"politica_nombre", "resultados_archivo", "resultados_sha256"}
        ficha = self.ficha.model_dump(exclude=aparte)
        if self.ficha.resultados_archivo:
            ficha["archivo"] = f"{self.ficha.archivo} y {self.ficha.resultados_archivo}"
        return Fuente(fuente_codigo=self.fuente_codigo, **ficha)


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
    if len(lugar) != len((SEGUIMIENTO, "política", "corte")):
        return ruta
    # En la carpeta de un corte lo está si no es ninguno de sus libros, o si no hay nada más.
    es_de_ahi = ruta.stem.casefold() in {lugar[1], f"{lugar[1]}{DE_RESULTADOS}"}
    otros = [r for r in ruta.parent.iterdir() if r != ruta]
    hay_otro_libro = any(r in otros for r in _libros_de(ruta.parent))
    return ruta if not otros or (hay_otro_libro and not es_de_ahi) else None


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
                mensaje="una importación se interrumpió al reemplazar este libro; vuelve a su "
                f"lugar con: {orden_de_construir(fuentes)}",
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
                yield from _leer_carpeta(corte, libros)


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


@dataclass(frozen=True)
class LoQueHay:
    """Los libros que ya están en la carpeta de un corte, aunque no estén sellados."""

    carpeta: Path
    libros: Mapping[Parte, Path] = field(default_factory=dict)
    nombres: Mapping[Parte, str] = field(default_factory=dict)
    """Cómo se llamaban al importarlos, según su ficha."""
    huellas: Mapping[Parte, str] = field(default_factory=dict)
    """Los sellos de su ficha."""


def lo_que_hay(carpeta: Path, salvo: Path | None) -> LoQueHay:
    """Lo de la carpeta de un corte, sin `salvo`; `ErrorTablero` si no se sabe cuál es cuál."""
    if not carpeta.is_dir():
        return LoQueHay(carpeta)
    libros = [r for r in _libros_de(carpeta) if r != salvo]
    partes = libros_por_parte(carpeta.parent.name, libros)
    if partes is None:
        raise ErrorTablero(
            f"{SEGUIMIENTO}/{carpeta.parent.name}/{carpeta.name}/ tiene {len(libros)} libros: deje "
            "el de productos y, si acaso, el de resultados; no se cambió nada."
        )
    if not (carpeta / FICHA).exists():
        return LoQueHay(carpeta, partes)
    ficha = leer_ficha(carpeta / FICHA, FichaSeguimiento)
    nombres: dict[Parte, str] = {
        "productos": ficha.archivo,
        "resultados": ficha.resultados_archivo,
    }
    return LoQueHay(
        carpeta,
        partes,
        {parte: nombre for parte, nombre in nombres.items() if parte in partes},
        {parte: ficha.huella(parte) for parte in partes},
    )


def libros_por_parte(codigo: str, libros: Sequence[Path]) -> dict[Parte, Path] | None:
    """Cuál es cuál, por su nombre; `None` si hay dos de lo mismo."""
    partes: dict[Parte, Path] = {}
    for ruta in libros:
        de_resultados = ruta.stem.casefold() == f"{codigo}{DE_RESULTADOS}"
        parte: Parte = "resultados" if de_resultados else "productos"
        if parte in partes:
            return None
        partes[parte] = ruta
    return partes


def _leer_carpeta(
    carpeta: Path, libros: Sequence[Path]
) -> Iterator[DocumentoSeguimiento | ErrorDeCelda]:
    codigo = carpeta.parent.name
    lugar = f"{SEGUIMIENTO}/{codigo}/{carpeta.name}"
    partes = libros_por_parte(codigo, libros)
    if not partes:
        mensaje = (
            "debe tener un libro .xlsx o .xlsb y, si los resultados vienen aparte, otro llamado "
            f"{codigo}{DE_RESULTADOS}; tiene {len(libros)}."
        )
        yield ErrorDeCelda(f"{lugar}/", mensaje=mensaje)
        return
    if not (carpeta / FICHA).exists():
        for libro in partes.values():
            orden = orden_de_importar(libro, carpeta.parents[2])
            mensaje = f"falta {FICHA}: este libro no se ha importado; tráigalo con: {orden}"
            yield ErrorDeCelda(f"{lugar}/{libro.name}", mensaje=mensaje)
        return
    try:
        ficha = leer_ficha(carpeta / FICHA, FichaSeguimiento)
    except ValueError as error:
        yield ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=str(error))
        return
    if ficha.corte_fecha.isoformat() != carpeta.name:
        mensaje = f"corte_fecha es {ficha.corte_fecha} y la carpeta se llama {carpeta.name}."
        yield ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=mensaje)
        return
    faltan = [p for p in PARTES if ficha.huella(p) and p not in partes]
    if faltan:
        mensaje = f"falta el libro de {faltan[0]} que esta ficha sella; devuélvalo a la carpeta."
        yield ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=mensaje)
        return
    yield DocumentoSeguimiento(codigo, carpeta, ficha, partes)
