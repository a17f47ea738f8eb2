"""Trae un libro oficial a `data/fuentes`: lo revisa, lo copia y lo sella.

Si algo está mal no cambia nada; y lo que ya se copió se puede deshacer, por si la construcción que
sigue falla.
"""

import shutil
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tablero import formato
from tablero.calculo.seguimiento.indicador import Periodo
from tablero.calculo.seguimiento.tiempo import cierre, periodo_de
from tablero.errores import ErrorTablero
from tablero.ingesta.fuentes import descubrir, leer_ficha, sha256
from tablero.ingesta.leer_libro import leer_libro
from tablero.ingesta.seguimiento.carpetas import (
    CODIGO,
    FICHA,
    SEGUIMIENTO,
    DocumentoSeguimiento,
    FichaSeguimiento,
    apartada_de,
    descubrir_seguimiento,
    libro_suelto,
)
from tablero.ingesta.seguimiento.hojas import EXTENSIONES
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.ingesta.simulados import son_simulados
from tablero.modelo.fuentes import ENTIDAD_SIMULADA, TITULO_SIMULADO

ENTIDAD = "Secretaría Distrital de Planeación (SDP), Bogotá"


@dataclass(frozen=True)
class Pedido:
    """Lo que dice quien importa; lo que no diga se busca en el libro y en las fuentes."""

    corte: date | None = None
    politica_codigo: str | None = None
    politica_nombre: str | None = None
    reemplazar: bool = False


@dataclass(frozen=True)
class Importacion:
    """Un libro ya copiado entre las fuentes."""

    documento: DocumentoSeguimiento
    libro: LibroSeguimiento
    es_nuevo: bool
    """Falso si el mismo libro ya estaba."""
    suelto: Path | None = None
    """Donde estaba, si estaba suelto entre las fuentes: ya no está ahí."""

    def confirmar(self) -> None:
        """Olvida el libro reemplazado."""
        apartada = apartada_de(self.documento.carpeta)
        if apartada.is_dir():
            shutil.rmtree(apartada)
            _podar(apartada)

    def deshacer(self) -> None:
        """Deja las fuentes como estaban."""
        carpeta = self.documento.carpeta
        if self.suelto is not None and not self.suelto.exists():
            shutil.copyfile(self.documento.libro, self.suelto)
        if self.es_nuevo:
            shutil.rmtree(carpeta, ignore_errors=True)
            if (apartada := apartada_de(carpeta)).is_dir():
                apartada.rename(carpeta)
                _podar(apartada)
            _podar(carpeta)


def importar(archivo: Path, fuentes: Path, pedido: Pedido) -> Importacion:
    """Copia el libro a su carpeta, con su `fuente.yml` sellado; si estaba suelto, lo mueve.

    `ErroresDeDatos` o `ArchivoIlegible` si no se puede leer; `ErrorTablero` si falta decir el corte
    o la política, o si ya hay otro libro de ese corte y no se pidió reemplazarlo.
    """
    libro = leer_seguimiento(archivo)
    corte = pedido.corte or corte_declarado(libro, archivo.name)
    exigir_corte(libro, corte, archivo.name)
    suelto = libro_suelto(archivo, fuentes)
    codigo, nombre = _politica(fuentes, pedido, suelto)
    carpeta = fuentes / SEGUIMIENTO / codigo / corte.isoformat()
    documento = DocumentoSeguimiento(
        codigo,
        carpeta,
        carpeta / f"{codigo}{archivo.suffix.lower()}",
        _ficha(archivo, libro, corte, nombre),
    )
    presentes = [r for r in carpeta.iterdir() if r != suelto] if carpeta.is_dir() else []
    es_nuevo = not ya_esta(documento, presentes)
    if presentes and es_nuevo and not pedido.reemplazar:
        raise ErrorTablero(
            f"Ya hay otro libro de «{nombre}» al {formato.fecha(corte)}. Si este lo corrige, "
            "agregue --reemplazar; no se cambió nada."
        )
    if es_nuevo:
        _poner(archivo, documento)
    importacion = Importacion(documento, libro, es_nuevo, suelto)
    try:
        # Si estaba en la carpeta misma de su corte, ya se apartó con ella.
        if suelto is not None and suelto.parent != carpeta:
            suelto.unlink()
        # Un libro inventado no entra entre los verdaderos, ni al revés.
        son_simulados([*descubrir(fuentes), *descubrir_seguimiento(fuentes)])
    except BaseException:
        importacion.deshacer()
        raise
    return importacion


def corte_declarado(libro: LibroSeguimiento, nombre: str) -> date:
    """El cierre del trimestre que declaran las filas; `ErrorTablero` si no es uno solo."""
    declarados = {i.publicado.periodo for i in libro.indicadores if i.publicado.periodo is not None}
    if len(declarados) == 1:
        return cierre(declarados.pop())
    cuales = formato.enumerar([str(p) for p in sorted(declarados)]) if declarados else "ninguno"
    raise ErrorTablero(
        f"{nombre}: el corte no está claro (las filas declaran {cuales}); dígalo con "
        "--corte AAAA-MM-DD."
    )


def exigir_corte(libro: LibroSeguimiento, corte: date, nombre: str) -> Periodo:
    """El último trimestre cerrado; `ErrorTablero` si el corte no está en los años del libro."""
    anios = libro.indicadores[0].anios
    if not anios[0] <= corte.year <= anios[-1]:
        raise ErrorTablero(
            f"{nombre}: el corte {formato.fecha(corte)} está fuera de los años del libro "
            f"({anios[0]}–{anios[-1]})."
        )
    return periodo_de(corte)


def ya_esta(documento: DocumentoSeguimiento, presentes: Collection[Path]) -> bool:
    """Verdadero si en su carpeta hay un libro con el mismo contenido y ese es su sello."""
    huella = documento.ficha.libro_sha256
    sellos = [leer_ficha(r, FichaSeguimiento).libro_sha256 for r in presentes if r.name == FICHA]
    libros = [r for r in presentes if r.suffix.lower() in EXTENSIONES]
    return sellos == [huella] and any(sha256(r) == huella for r in libros)


def _poner(archivo: Path, documento: DocumentoSeguimiento) -> None:
    """El libro y su ficha entran a la vez, ya completos: una interrupción no los deja a medias.

    Lo que hubiera en su carpeta queda apartado.
    """
    carpeta, apartada = documento.carpeta, apartada_de(documento.carpeta)
    with TemporaryDirectory(prefix=".importado-", dir=documento.fuentes.parent) as taller:
        nueva = Path(taller) / carpeta.name
        nueva.mkdir()
        shutil.copyfile(archivo, nueva / documento.libro.name)
        ficha = yaml.safe_dump(documento.ficha.model_dump(), allow_unicode=True, sort_keys=False)
        (nueva / FICHA).write_text(ficha, encoding="utf-8", newline="\n")
        # El de una importación interrumpida cuyo libro nuevo sí quedó: ya no hace falta.
        shutil.rmtree(apartada, ignore_errors=True)
        try:
            if carpeta.exists():
                apartada.parent.mkdir(parents=True, exist_ok=True)
                carpeta.rename(apartada)
            carpeta.parent.mkdir(parents=True, exist_ok=True)
            nueva.rename(carpeta)
        except BaseException:
            if apartada.exists() and not carpeta.exists():
                apartada.rename(carpeta)
            raise


def _podar(carpeta: Path) -> None:
    """Quita las dos carpetas que la contenían, si quedaron vacías."""
    for contenedora in list(carpeta.parents)[:2]:
        if contenedora.is_dir() and not any(contenedora.iterdir()):
            contenedora.rmdir()


def _ficha(archivo: Path, libro: LibroSeguimiento, corte: date, nombre: str) -> FichaSeguimiento:
    marca = TITULO_SIMULADO if libro.es_simulado else ""
    return FichaSeguimiento(
        titulo=f"{marca}Libro de seguimiento ({libro.diseno}) de {nombre}",
        entidad=ENTIDAD_SIMULADA if libro.es_simulado else ENTIDAD,
        corte_fecha=corte,
        corte_texto=formato.fecha(corte),
        archivo=archivo.name,
        licencia="no declarada",
        libro_sha256=sha256(archivo),
        es_simulado=libro.es_simulado,
        politica_nombre=nombre,
    )


def _politica(fuentes: Path, pedido: Pedido, suelto: Path | None) -> tuple[str, str]:
    """Código y nombre: los pedidos, o los de la única política que hay entre las fuentes."""
    conocidas = politicas_conocidas(fuentes, suelto)
    codigo = pedido.politica_codigo
    if codigo is None:
        if len(conocidas) != 1:
            raise ErrorTablero(
                f"Diga de qué política es con --politica CODIGO; hay {len(conocidas)}: "
                f"{', '.join(conocidas) or 'ninguna'}."
            )
        codigo = next(iter(conocidas))
    if not CODIGO.fullmatch(codigo):
        raise ErrorTablero(
            f"«{codigo}» no sirve como código de política: use minúsculas, números y «_», por "
            "ejemplo mujeres_y_equidad."
        )
    nombre = (pedido.politica_nombre or "").strip() or conocidas.get(codigo)
    if nombre is None:
        raise ErrorTablero(
            f"«{codigo}» es una política nueva: diga su nombre con --nombre «Política Pública …»."
        )
    return codigo, nombre


def politicas_conocidas(fuentes: Path, suelto: Path | None = None) -> dict[str, str]:
    """Código → nombre de las políticas que ya tienen informe o libro."""
    conocidas: dict[str, str] = {}
    for documento in descubrir(fuentes):
        if "politicas" in {t.tabla for t in documento.tablas}:
            leido = leer_libro(documento.libro, documento.tablas, documento.ruta_corta)
            for fila in leido.filas["politicas"]:
                conocidas[fila.valores["politica_codigo"]] = fila.valores["politica_nombre"]
    for libro in descubrir_seguimiento(fuentes, suelto):
        conocidas.setdefault(libro.politica_codigo, libro.ficha.politica_nombre)
    return conocidas
