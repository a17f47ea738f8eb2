"""Dónde están los planes de acción: `data/fuentes/plan_accion/<política>/<versión>/`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from tablero.calculo.plan.versiones import Version, leer_version
from tablero.errores import ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.fuentes.documentos import PLAN_ACCION, Ficha, leer_ficha
from tablero.ingesta.ordenes import orden_de_construir, orden_de_traer
from tablero.ingesta.plan.entrar import FICHA
from tablero.ingesta.plan.leer import EXTENSION
from tablero.ingesta.seguimiento.carpetas import CODIGO
from tablero.modelo.fuentes import Fuente
from tablero.modelo.plan import CODIGO_VERSION

REEMPLAZADOS = ".plan_reemplazado"


class FichaPlan(Ficha):
    """Lo que dice el `fuente.yml` de un plan de acción; su corte es el día desde el que rige."""

    politica_nombre: str = Field(min_length=1)
    version_codigo: str = Field(pattern=CODIGO_VERSION)
    es_desde_supuesta: bool = False


@dataclass(frozen=True)
class DocumentoPlan:
    """El plan de una política en una versión."""

    politica_codigo: str
    carpeta: Path
    libro: Path
    ficha: FichaPlan

    @property
    def nombre(self) -> str:
        """Cómo se llama su carpeta entre las fuentes."""
        return f"{PLAN_ACCION}/{self.politica_codigo}"

    @property
    def version(self) -> Version:
        """La que dice su carpeta."""
        version = leer_version(self.ficha.version_codigo)
        assert version is not None  # noqa: S101 - la ficha ya se revisó  # nosec B101
        return version

    @property
    def fuente_codigo(self) -> str:
        """`plan_accion_poblacion_migrante_internacional_v3-26`."""
        return f"{PLAN_ACCION}_{self.politica_codigo}_{self.carpeta.name}"

    @property
    def fuentes(self) -> Path:
        """La carpeta de fuentes donde está."""
        return self.carpeta.parents[2]

    @property
    def ruta_corta(self) -> str:
        """Cómo se nombra el libro ante una persona."""
        return self.libro.relative_to(self.fuentes).as_posix()

    def fila(self) -> Fuente:
        """La fila de la tabla `fuentes`."""
        propios = {"politica_nombre", "version_codigo", "es_desde_supuesta"}
        return Fuente(fuente_codigo=self.fuente_codigo, **self.ficha.model_dump(exclude=propios))


def descubrir_planes(fuentes: Path, salvo: Path | None = None) -> tuple[DocumentoPlan, ...]:
    """Los planes, por política y versión; `ErroresDeDatos` con todo lo que esté mal.

    No mira `salvo`, que se está importando. Que no haya ninguno no es un error.
    """
    hallados: list[DocumentoPlan | ErrorDeCelda] = [*_a_medias(fuentes)]
    raiz = fuentes / PLAN_ACCION
    if raiz.is_dir():
        hallados += _recorrer(raiz, salvo)
    errores = [h for h in hallados if isinstance(h, ErrorDeCelda)]
    if errores:
        raise ErroresDeDatos(errores)
    return tuple(h for h in hallados if isinstance(h, DocumentoPlan))


def orden_de_importar(libro: Path, fuentes: Path) -> str:
    """La orden que trae ese plan a las fuentes, para copiarla."""
    return orden_de_traer(libro, fuentes, es_plan=True)


def apartada_de(carpeta: Path) -> Path:
    """Donde queda, mientras se construye, el plan que otro reemplaza; fuera de las fuentes."""
    fuentes = carpeta.parents[2]
    return fuentes.parent / REEMPLAZADOS / carpeta.parent.name / carpeta.name


def _a_medias(fuentes: Path) -> Iterator[ErrorDeCelda]:
    """Los planes que una importación interrumpida apartó sin llegar a poner el nuevo."""
    for apartada in sorted((fuentes.parent / REEMPLAZADOS).glob("*/*")):
        lugar = f"{PLAN_ACCION}/{apartada.parent.name}/{apartada.name}/"
        if not (fuentes / lugar).exists():
            yield ErrorDeCelda(
                lugar,
                mensaje="una importación se interrumpió al reemplazar este plan; vuelve a su "
                f"lugar con: {orden_de_construir(fuentes)}",
            )


def _recorrer(raiz: Path, salvo: Path | None) -> Iterator[DocumentoPlan | ErrorDeCelda]:
    fuentes = raiz.parent
    yield from _sueltos(raiz, fuentes, salvo)
    for politica in sorted(c for c in raiz.iterdir() if c.is_dir()):
        if not CODIGO.fullmatch(politica.name):
            mensaje = "el código de una política va en minúsculas, sin acentos ni espacios."
            yield ErrorDeCelda(f"{PLAN_ACCION}/{politica.name}/", mensaje=mensaje)
            continue
        yield from _sueltos(politica, fuentes, salvo)
        for version in sorted(c for c in politica.iterdir() if c.is_dir()):
            libros = [r for r in libros_de(version) if r != salvo]
            if libros or (version / FICHA).exists():
                yield _leer_carpeta(version, libros)


def _sueltos(carpeta: Path, fuentes: Path, salvo: Path | None) -> Iterator[ErrorDeCelda]:
    for suelto in (r for r in libros_de(carpeta) if r != salvo):
        yield ErrorDeCelda(
            suelto.relative_to(fuentes).as_posix(),
            mensaje="está suelto: va en la carpeta de su política y su versión, con su fuente.yml. "
            f"Tráigalo con: {orden_de_importar(suelto, fuentes)}",
        )


def libros_de(carpeta: Path) -> list[Path]:
    """Los libros de la carpeta misma, sin los rastros de los que alguien tiene abiertos."""
    return sorted(
        r
        for r in carpeta.iterdir()
        if r.is_file() and r.suffix.lower() == EXTENSION and not r.name.startswith(("~$", "."))
    )


def _leer_carpeta(carpeta: Path, libros: list[Path]) -> DocumentoPlan | ErrorDeCelda:
    lugar = f"{PLAN_ACCION}/{carpeta.parent.name}/{carpeta.name}"
    if len(libros) != 1:
        mensaje = f"debe tener un solo libro .xlsx y tiene {len(libros)}."
        return ErrorDeCelda(f"{lugar}/", mensaje=mensaje)
    if not (carpeta / FICHA).exists():
        orden = orden_de_importar(libros[0], carpeta.parents[2])
        mensaje = f"falta {FICHA}: este plan no se ha importado; tráigalo con: {orden}"
        return ErrorDeCelda(f"{lugar}/{libros[0].name}", mensaje=mensaje)
    try:
        ficha = leer_ficha(carpeta / FICHA, FichaPlan)
    except ValueError as error:
        return ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=str(error))
    if ficha.version_codigo != carpeta.name:
        mensaje = f"version_codigo es {ficha.version_codigo} y la carpeta se llama {carpeta.name}."
        return ErrorDeCelda(f"{lugar}/{FICHA}", mensaje=mensaje)
    return DocumentoPlan(carpeta.parent.name, carpeta, libros[0], ficha)
