"""Fallas a pedido: cada una estropea las celdas como lo haría una persona con prisa."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from tablero.errores import ErrorTablero
from tablero.formato import enumerar
from tablero.modelo.celda import Celda
from tablero.simulacion.seguimiento.disposicion import (
    FILA_ANIOS,
    FILA_BLOQUES,
    FILA_DATOS,
    FILA_TRIMESTRES,
    PRIMER_BLOQUE,
    PRIMERA_FIJA,
)
from tablero.simulacion.seguimiento.libro import CUALITATIVO, CUANTITATIVO, Forma, Hojas

ESTADO, CODIGO, ENTIDAD, PONDERACION, TIPO, PERIODICIDAD, INICIO, FIN = 2, 3, 6, 7, 9, 10, 11, 12
TRIMESTRE, ANIO = 13, 14
MUCHO = 1000
DE_HOJAS = ("sin_hoja", "hojas_")
Falla = Callable[[Hojas, Forma], None]


def _poner(columna: int, valor: object) -> Falla:
    """Cambia una celda del primer indicador."""

    def estropear(hojas: Hojas, _: Forma) -> None:
        hojas[CUANTITATIVO][FILA_DATOS][columna] = valor

    return estropear


def _en_bloque(bloque: str, valor: object, *, desde: int = 0) -> Falla:
    """Cambia una celda de un bloque del primer indicador."""

    def estropear(hojas: Hojas, forma: Forma) -> None:
        hojas[CUANTITATIVO][FILA_DATOS][forma.columnas[bloque] + desde] = valor

    return estropear


def _codigo_doble(hojas: Hojas, _: Forma) -> None:
    hojas[CUANTITATIVO].append(list(hojas[CUANTITATIVO][FILA_DATOS]))


def _codigo_con_espacios(hojas: Hojas, _: Forma) -> None:
    for hoja in hojas.values():
        codigo, _punto, nombre = hoja[FILA_DATOS][CODIGO].partition(". ")
        hoja[FILA_DATOS][CODIGO] = f"  {codigo.replace('.', ' . ')}.  {nombre} "


def _pesos_en_porcentaje(hojas: Hojas, _: Forma) -> None:
    for fila in hojas[CUANTITATIVO][FILA_DATOS:]:
        fila[PONDERACION] *= 100


def _encabezados_desordenados(hojas: Hojas, _: Forma) -> None:
    """Mayúsculas, dobles espacios, saltos de línea y tildes perdidas."""
    for hoja in hojas.values():
        for fila in (FILA_BLOQUES, FILA_TRIMESTRES):
            hoja[fila] = [
                titulo.upper().replace("Í", "I").replace(" ", "  \n")
                if isinstance(titulo, str)
                else titulo
                for titulo in hoja[fila]
            ]


def _sin_bloque(bloque: str) -> Falla:
    def estropear(hojas: Hojas, forma: Forma) -> None:
        hojas[CUANTITATIVO][FILA_BLOQUES][forma.columnas[bloque]] = None

    return estropear


def _sin_hoja(nombre: str) -> Falla:
    def estropear(hojas: Hojas, _: Forma) -> None:
        del hojas[nombre]

    return estropear


def _anio_perdido(hojas: Hojas, forma: Forma) -> None:
    for fila in (FILA_ANIOS, FILA_TRIMESTRES):
        hojas[CUANTITATIVO][fila][forma.columnas["metas"]] = None


def _sin_textos(hojas: Hojas, _: Forma) -> None:
    for fila in hojas[CUALITATIVO][FILA_DATOS:]:
        fila[PRIMER_BLOQUE:] = [None] * len(fila[PRIMER_BLOQUE:])


def _columna_de_mas(hojas: Hojas, _: Forma) -> None:
    """Una columna nueva antes de los bloques: los títulos dicen dónde quedó cada cosa."""
    for fila in hojas[CUANTITATIVO]:
        fila.insert(PRIMERA_FIJA, None)


Cambiar = Callable[[Any, int], Celda]
"""De lo que hay en una celda, que cada falla sabe qué es, a lo que queda."""


def _en_todas(columna: int, cambiar: Cambiar) -> Falla:
    """Cambia una celda de cada fila, en las dos hojas; recibe su valor y el lugar de la fila."""

    def estropear(hojas: Hojas, _: Forma) -> None:
        for hoja in hojas.values():
            for lugar, fila in enumerate(hoja[FILA_DATOS:]):
                fila[columna] = cambiar(fila[columna], lugar)

    return estropear


def _partir(codigo_y_nombre: str, lugar: int) -> str:
    """Del primero, un espacio duro dentro del código: «1.1.␠1. …»."""
    codigo, punto, nombre = codigo_y_nombre.partition(". ")
    antes, _, ultimo = codigo.rpartition(".")
    return codigo_y_nombre if lugar else f"{antes}.\u00a0{ultimo}{punto}{nombre}"


def _sin_porcentajes(hojas: Hojas, forma: Forma) -> None:
    """Termina en las metas acumuladas, como algunos libros de verdad."""
    for fila in hojas[CUANTITATIVO]:
        del fila[forma.columnas["pav"] :]


def _hojas_numeradas(hojas: Hojas, _: Forma) -> None:
    for numero, nombre in enumerate((CUANTITATIVO, CUALITATIVO), start=1):
        if nombre in hojas:
            hojas[f"{numero}. {nombre}"] = hojas.pop(nombre)


SEMESTRES = {"Q2": "S1", "Q4": "S2"}
FALLAS: dict[str, Falla] = {
    "codigo_con_espacios": _codigo_con_espacios,
    "codigo_doble": _codigo_doble,
    "codigo_vacio": _poner(CODIGO, None),
    "codigo_ilegible": _poner(CODIGO, "Producto sin código"),
    "estado_desconocido": _poner(ESTADO, "Suspendido"),
    "no_vigente": _poner(ESTADO, "No vigente"),
    "tipo_desconocido": _poner(TIPO, "Acumulada"),
    "periodicidad_vacia": _poner(PERIODICIDAD, None),
    "ponderacion_texto": _poner(PONDERACION, "5%"),
    "pesos_en_porcentaje": _pesos_en_porcentaje,
    "fecha_sin_sentido": _poner(INICIO, 2023),
    "fecha_texto": _poner(INICIO, "enero de 2023"),
    "fecha_iso": _poner(INICIO, "2023-01-01"),
    "fechas_cruzadas": _poner(FIN, "2020-01-01"),
    "reporte_ref": _en_bloque("avance", "#REF!"),
    "reporte_texto": _en_bloque("avance", "sin avance"),
    "reporte_enorme": _en_bloque("avance", 10**6),
    "meta_texto": _en_bloque("metas", "1.500"),
    "meta_vacia": _en_bloque("metas", None),
    "porcentaje_ref": _en_bloque("pav", "#DIV/0!"),
    "porcentaje_ajeno": _en_bloque("paa", MUCHO),
    "encabezados_desordenados": _encabezados_desordenados,
    "sin_bloque_avance": _sin_bloque("avance"),
    "sin_bloque_pahv": _sin_bloque("pahv"),
    "sin_hoja_cuantitativa": _sin_hoja(CUANTITATIVO),
    "sin_hoja_cualitativa": _sin_hoja(CUALITATIVO),
    "anio_perdido": _anio_perdido,
    "sin_textos": _sin_textos,
    "columna_de_mas": _columna_de_mas,
    "codigo_con_letra": _en_todas(CODIGO, lambda v, _: f"P{v}"),
    "codigo_partido": _en_todas(CODIGO, _partir),
    "corte_semestral": _en_todas(TRIMESTRE, lambda v, _: SEMESTRES.get(v, v)),
    "anio_como_texto": _en_todas(ANIO, lambda v, _: str(v)),
    "corte_ilegible": _en_todas(TRIMESTRE, lambda _, __: "Anual"),
    "solo_el_anio": _en_todas(INICIO, lambda _, __: 2023),
    "fecha_de_dos_modos": _poner(INICIO, "01/07/2023"),
    "plazo_largo": _en_todas(FIN, lambda _, __: date(2040, 12, 31)),
    "entidad_invisible": _en_todas(
        ENTIDAD, lambda v, lugar: v.replace(" ", "\u00a0") if lugar % 2 else v
    ),
    "sin_porcentajes": _sin_porcentajes,
    "hojas_numeradas": _hojas_numeradas,
}
"""Nombre → la falla."""


def estropear(hojas: Hojas, forma: Forma, nombres: Iterable[str]) -> Hojas:
    """Las hojas con esas fallas, las que tocan hojas enteras al final.

    `ErrorTablero` si alguna no existe.
    """
    copia = {nombre: [list(fila) for fila in celdas] for nombre, celdas in hojas.items()}
    for nombre in sorted(nombres, key=lambda nombre: nombre.startswith(DE_HOJAS)):
        if nombre not in FALLAS:
            raise ErrorTablero(f"no existe la falla «{nombre}»; use: {enumerar(list(FALLAS))}.")
        FALLAS[nombre](copia, forma)
    return copia
