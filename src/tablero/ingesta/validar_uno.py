"""Revisa un libro suelto, por ejemplo el que un funcionario acaba de llenar."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tablero.errores import ArchivoIlegible, ErrorDeCelda, ErroresDeDatos
from tablero.ingesta.fuentes.documentos import Documento, descubrir
from tablero.ingesta.fuentes.ficha import FICHA, FichaDocumento, leer_ficha
from tablero.ingesta.reglas import Leidas, revisar
from tablero.libro.archivos import nombre_llano
from tablero.libro.leer import LibroLeido, leer_libro
from tablero.modelo import LIBROS, Hecho
from tablero.modelo.relaciones import Cortes


def validar_libro(ruta: Path, fuentes: Path) -> tuple[ErrorDeCelda, ...]:
    """Revisa el libro como si reemplazara al de su documento; `ErroresDeDatos` con todo lo malo.

    Devuelve sus avisos.

    El nombre del archivo dice de qué documento es (`cnim.xlsx`). Los nombres de municipios y las
    referencias se buscan en los demás libros de `fuentes`; solo se dicen los errores de este.
    """
    documento = nombre_llano(ruta.stem)
    if documento not in LIBROS:
        conocidos = ", ".join(f"{nombre}.xlsx" for nombre in LIBROS)
        raise ArchivoIlegible(
            f"{ruta.name}: el nombre del archivo no dice de qué documento es; use: {conocidos}."
        )
    leido = leer_libro(ruta, LIBROS[documento], ruta.name)
    errores = list(leido.errores)
    documentos = descubrir(fuentes)
    propios = [d for d in documentos if d.nombre == documento]
    leidas = Leidas(tabla.tabla for tablas in LIBROS.values() for tabla in tablas)
    leidas.agregar(Documento(documento, ruta.parent, ruta, _ficha(ruta, leido, propios)), leido)
    for otro in documentos:
        if otro.nombre != documento:
            leidas.agregar(otro, leer_libro(otro.libro, otro.tablas, otro.ruta_corta))
    errores += [e for e in revisar(leidas) if e.archivo == ruta.name]
    if errores:
        raise ErroresDeDatos(errores)
    return leido.avisos


def _ficha(ruta: Path, leido: LibroLeido, propios: Sequence[Documento]) -> FichaDocumento:
    """La ficha que acompaña al libro; si no la tiene, la del corte que él mismo dice.

    De un corte que todavía no está entre las fuentes no se sabe qué otros admite: valen los que
    trae.
    """
    if (ruta.parent / FICHA).exists():
        try:
            return leer_ficha(ruta.parent / FICHA, FichaDocumento)
        except ValueError as error:
            raise ErroresDeDatos([ErrorDeCelda(FICHA, mensaje=str(error))]) from None
    corte = _corte(leido)
    conocidas = [d.ficha for d in propios if d.ficha.corte_fecha == corte]
    if conocidas:
        return conocidas[0]
    campos = ("titulo", "entidad", "corte_texto", "archivo", "licencia")
    return FichaDocumento(
        **dict.fromkeys(campos, ruta.name),  # type: ignore[arg-type]
        corte_fecha=corte,
        otros_cortes=sorted(_cortes(leido, {Cortes.FILA})),
    )


def _corte(leido: LibroLeido) -> date:
    """El que más filas llevan, en las hojas de un solo corte; de varios, el más reciente."""
    conteo = _cortes(leido, {Cortes.DOCUMENTO})
    return max(conteo, key=lambda corte: (conteo[corte], corte), default=date.max)


def _cortes(leido: LibroLeido, clases: set[Cortes]) -> Counter[date]:
    """Cuántas filas lleva cada corte, en las tablas de esas clases."""
    de_la_clase = {
        t.tabla
        for tablas in LIBROS.values()
        for t in tablas
        if issubclass(t, Hecho) and t.cortes in clases
    }
    return Counter(
        fila.valores["corte_fecha"]
        for tabla, filas in leido.filas.items()
        if tabla in de_la_clase
        for fila in filas
    )
