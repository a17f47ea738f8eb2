"""Lee el libro de una fuente: `.xlsx`, `.ods` o una carpeta con un `.csv` por tabla.

Nada se corrige, se descarta ni se vacía en silencio, y se informa todo lo que esté mal, no solo
lo primero. Las reglas que miran más de una celda (claves, referencias, nombres) están en `reglas`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, load_workbook

from tablero.errores import ArchivoIlegible, ErrorDeCelda
from tablero.ingesta.abrir_libro import abrir_libro
from tablero.ingesta.convertir import convertir, normalizar
from tablero.ingesta.encabezado import proponer
from tablero.ingesta.fila import Fila, Lugar
from tablero.ingesta.leer_csv import leer_carpeta
from tablero.ingesta.leer_tabla import leer_tabla
from tablero.modelo import Tabla

__all__ = ["Fila", "LibroLeido", "leer_libro"]

ILEGIBLE = "no se puede leer: está dañado o no lo guardó un programa de hojas de cálculo."


@dataclass(frozen=True)
class LibroLeido:
    """Las filas sin error de un libro y todos sus errores."""

    filas: dict[str, tuple[Fila, ...]]
    """Por nombre de tabla; vacía si su hoja falta o está mal."""
    errores: tuple[ErrorDeCelda, ...]


def leer_libro(ruta: Path, tablas: Sequence[type[Tabla]], nombre: str) -> LibroLeido:
    """Lee `ruta`, que se muestra como `nombre`, con una hoja (o un `.csv`) por tabla."""
    try:
        if ruta.is_dir():
            filas, errores = leer_carpeta(ruta, tablas, nombre)
        else:
            filas, errores = _leer_hojas(ruta, tablas, nombre)
    except ArchivoIlegible as error:
        return LibroLeido({t.tabla: () for t in tablas}, (Lugar(nombre).error(str(error)),))
    return LibroLeido(filas, tuple(errores))


def _leer_hojas(
    ruta: Path, tablas: Sequence[type[Tabla]], nombre: str
) -> tuple[dict[str, tuple[Fila, ...]], list[ErrorDeCelda]]:
    revisado = abrir_libro(ruta)
    filas: dict[str, tuple[Fila, ...]] = {t.tabla: () for t in tablas}
    try:
        with load_workbook(revisado.copia) as libro:
            hojas = {normalizar(hoja): hoja for hoja in libro.sheet_names}
            errores = _hojas_de_mas(libro.sheet_names, tablas, nombre)
            for tabla in tablas:
                lugar = Lugar(nombre, tabla.hoja)
                if tabla.hoja not in hojas:
                    if not tabla.es_opcional:
                        errores.append(lugar.error("falta esta hoja."))
                    continue
                original = hojas[tabla.hoja]
                try:
                    celdas = _celdas(libro, original)
                    rarezas = revisado.rarezas[original]
                except (CalamineError, KeyError):
                    errores.append(lugar.error(ILEGIBLE))
                    continue
                filas[tabla.tabla], propios = leer_tabla(celdas, tabla, lugar, convertir, rarezas)
                errores += propios
    except CalamineError:
        raise ArchivoIlegible(ILEGIBLE) from None
    return filas, errores


def _celdas(libro: CalamineWorkbook, hoja: str) -> Sequence[Sequence[Any]]:
    """Las celdas desde A1, también las vacías: el lugar de cada una es el que se ve."""
    return libro.get_sheet_by_name(hoja).to_python(skip_empty_area=False)


def _hojas_de_mas(
    presentes: Sequence[str], tablas: Sequence[type[Tabla]], nombre: str
) -> list[ErrorDeCelda]:
    """Hojas que ninguna tabla espera, o con el mismo nombre que otra."""
    esperadas = [t.hoja for t in tablas]
    veces = Counter(normalizar(hoja) for hoja in presentes)
    errores = [
        Lugar(nombre, hoja).error(f"no es una hoja de este libro{proponer(hoja, esperadas)}")
        for hoja in veces
        if hoja not in esperadas
    ]
    errores += [
        Lugar(nombre, hoja).error("hay otra hoja con este mismo nombre; deje una sola.")
        for hoja, cuantas in veces.items()
        if cuantas > 1
    ]
    return errores
