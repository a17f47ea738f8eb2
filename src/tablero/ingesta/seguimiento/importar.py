"""Trae un libro oficial a `data/fuentes`: lo revisa, lo copia y lo sella.

Los productos y los resultados de una política son un libro o dos, del mismo corte: se importan en
cualquier orden y uno no borra al otro. Si algo está mal no cambia nada; y lo que ya se copió se
puede deshacer, por si la construcción que sigue falla.
"""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tablero import formato, rutas
from tablero.errores import ErrorTablero
from tablero.ingesta.fuentes.documentos import descubrir, sha256
from tablero.ingesta.fuentes.simulados import son_simulados
from tablero.ingesta.seguimiento.carpetas import (
    DE_RESULTADOS,
    SEGUIMIENTO,
    DocumentoSeguimiento,
    FichaSeguimiento,
    LoQueHay,
    Parte,
    descubrir_seguimiento,
    libro_suelto,
    lo_que_hay,
)
from tablero.ingesta.seguimiento.corte_del_libro import corte_declarado, exigir_corte
from tablero.ingesta.seguimiento.de_que_politica import elegir_politica
from tablero.ingesta.seguimiento.leer import LibroSeguimiento, leer_seguimiento
from tablero.ingesta.seguimiento.poner import devolver, guardar, poner
from tablero.ingesta.seguimiento.sustituir import exigir_que_entre
from tablero.modelo.fuentes import ENTIDAD_SIMULADA, TITULO_SIMULADO

ENTIDAD = "Secretaría Distrital de Planeación (SDP), Bogotá"


@dataclass(frozen=True)
class Pedido:
    """Lo que dice quien importa; lo que no diga se busca en el libro y en las fuentes."""

    corte: date | None = None
    politica_codigo: str | None = None
    politica_nombre: str | None = None
    reemplazar: bool = False
    aceptar_perdida: str | None = None
    """El nombre de lo que se pierde, como lo da la negativa: «12-productos-y-40-reportes»."""


@dataclass(frozen=True)
class Importacion:
    """Un libro ya copiado entre las fuentes."""

    documento: DocumentoSeguimiento
    libro: LibroSeguimiento
    parte: Parte
    """Cuál de los dos del corte es."""
    es_nuevo: bool
    """Falso si el mismo libro ya estaba."""
    suelto: Path | None = None
    """Donde estaba, si estaba suelto entre las fuentes: ya no está ahí."""

    @property
    def huella(self) -> str:
        """La del libro que entró."""
        return self.documento.ficha.huella(self.parte)

    def confirmar(self) -> Path | None:
        """Guarda lo reemplazado; dónde quedó, si había otro."""
        return guardar(self.documento.carpeta)

    def deshacer(self) -> None:
        """Deja las fuentes como estaban."""
        if self.suelto is not None and not self.suelto.exists():
            shutil.copyfile(self.documento.libros[self.parte], self.suelto)
        if self.es_nuevo:
            devolver(self.documento.carpeta)


@dataclass(frozen=True)
class _Nuevo:
    """El libro que llega."""

    archivo: Path
    libro: LibroSeguimiento
    parte: Parte
    corte: date
    politica: str
    """Su nombre."""


def importar(archivo: Path, fuentes: Path, pedido: Pedido) -> Importacion:
    """Copia el libro a su carpeta, con su `fuente.yml` sellado; si estaba suelto, lo mueve.

    `ErroresDeDatos` o `ArchivoIlegible` si no se puede leer; `ErrorTablero` si falta decir el corte
    o la política, si ya hay otro libro de ese corte y no se pidió reemplazarlo, o si con él se
    perdería mucho de lo que hay.
    """
    libro = leer_seguimiento(archivo)
    corte = pedido.corte or corte_declarado(libro, archivo.name)
    exigir_corte(libro, corte, archivo.name)
    suelto = libro_suelto(archivo, fuentes)
    codigo, nombre = elegir_politica(
        fuentes, pedido.politica_codigo, pedido.politica_nombre, suelto
    )
    parte: Parte = "productos" if "producto" in libro.clases else "resultados"
    nuevo = _Nuevo(archivo, libro, parte, corte, nombre)
    actual = lo_que_hay(fuentes / SEGUIMIENTO / codigo / corte.isoformat(), suelto)
    documento = _documento(nuevo, actual)
    es_nuevo = not _ya_esta(documento, actual)
    if es_nuevo:
        exigir_que_entre(
            libro,
            parte,
            actual.libros,
            de_que=f"«{nombre}» al {formato.fecha(corte)}",
            archivo=archivo.name,
            reemplazar=pedido.reemplazar,
            aceptar_perdida=pedido.aceptar_perdida,
        )
        _exigir_de_la_misma_clase(archivo, libro, fuentes, suelto)
        poner(documento, {**actual.libros, parte: archivo})
    importacion = Importacion(documento, libro, parte, es_nuevo, suelto)
    try:
        # Si estaba en la carpeta misma de su corte, ya se apartó con ella.
        if suelto is not None and suelto.parent != actual.carpeta:
            suelto.unlink()
        son_simulados([*descubrir(fuentes), *descubrir_seguimiento(fuentes)])
    except BaseException:
        importacion.deshacer()
        raise
    return importacion


def _documento(nuevo: _Nuevo, actual: LoQueHay) -> DocumentoSeguimiento:
    """El corte con el libro nuevo: el otro, si lo hay, se conserva con su sello.

    Uno que trae las dos cosas toma el lugar de los dos.
    """
    codigo, parte, archivo = actual.carpeta.parent.name, nuevo.parte, nuevo.archivo
    cola = DE_RESULTADOS if parte == "resultados" else ""
    libros = {**actual.libros, parte: actual.carpeta / f"{codigo}{cola}{archivo.suffix.lower()}"}
    nombres = {**actual.nombres, parte: archivo.name}
    huellas = {**actual.huellas, parte: sha256(archivo)}
    if len(nuevo.libro.clases) > 1:
        for de_las_partes in (libros, nombres, huellas):
            de_las_partes.pop("resultados", None)
    es_simulado = nuevo.libro.es_simulado
    marca = TITULO_SIMULADO if es_simulado else ""
    ficha = FichaSeguimiento(
        titulo=f"{marca}Libro de seguimiento ({nuevo.libro.diseno}) de {nuevo.politica}",
        entidad=ENTIDAD_SIMULADA if es_simulado else ENTIDAD,
        corte_fecha=nuevo.corte,
        corte_texto=formato.fecha(nuevo.corte),
        archivo=nombres.get("productos", ""),
        licencia="no declarada",
        libro_sha256=huellas.get("productos", ""),
        es_simulado=es_simulado,
        politica_nombre=nuevo.politica,
        resultados_archivo=nombres.get("resultados", ""),
        resultados_sha256=huellas.get("resultados", ""),
    )
    return DocumentoSeguimiento(codigo, actual.carpeta, ficha, libros)


def _ya_esta(documento: DocumentoSeguimiento, actual: LoQueHay) -> bool:
    """Verdadero si en la carpeta ya están esos libros, con esos sellos."""
    huellas = {parte: documento.ficha.huella(parte) for parte in documento.libros}
    hay = {parte: sha256(ruta) for parte, ruta in actual.libros.items()}
    return huellas == hay == dict(actual.huellas)


def _exigir_de_la_misma_clase(
    archivo: Path, libro: LibroSeguimiento, fuentes: Path, suelto: Path | None
) -> None:
    """`ErrorTablero`, con qué hacer, si es inventado y los demás no, o al revés."""
    otros = [d.ficha.es_simulado for d in descubrir(fuentes)]
    otros += [d.ficha.es_simulado for d in descubrir_seguimiento(fuentes, suelto)]
    if libro.es_simulado and not all(otros):
        raise ErrorTablero(
            f"{archivo.name} es un libro simulado y en {fuentes} hay datos verdaderos: no se "
            f"mezclan. Haga unas fuentes simuladas con «{rutas.orden('simular')}» e impórtelo en "
            "ellas con --fuentes, por ejemplo: --fuentes "
            f"{rutas.entre_comillas(rutas.SIMULADO / 'semilla_7' / 'fuentes')}"
        )
    if not libro.es_simulado and any(otros):
        raise ErrorTablero(
            f"{archivo.name} es un libro verdadero y {fuentes} son datos simulados: no se mezclan. "
            "Impórtelo sin --fuentes."
        )
