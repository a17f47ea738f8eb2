"""Fallas a pedido: cada una estropea las celdas como lo haría una persona con prisa."""

from collections.abc import Callable, Iterable

from tablero.errores import ErrorTablero
from tablero.formato import enumerar
from tablero.simulacion.seguimiento.libro import (
    CUALITATIVO,
    CUANTITATIVO,
    FILA_ANIOS,
    FILA_BLOQUES,
    FILA_DATOS,
    PRIMER_BLOQUE,
    PRIMERA_FIJA,
    Forma,
    Hojas,
)

ESTADO, CODIGO, PONDERACION, TIPO, PERIODICIDAD, INICIO, FIN = 2, 3, 7, 9, 10, 11, 12
MUCHO = 1000
SIN_HOJA = "sin_hoja"
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
        hoja[FILA_BLOQUES] = [
            titulo.upper().replace("Í", "I").replace(" ", "  \n") if titulo else titulo
            for titulo in hoja[FILA_BLOQUES]
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
    hojas[CUANTITATIVO][FILA_ANIOS][forma.columnas["metas"]] = None


def _sin_textos(hojas: Hojas, _: Forma) -> None:
    for fila in hojas[CUALITATIVO][FILA_DATOS:]:
        fila[PRIMER_BLOQUE:] = [None] * len(fila[PRIMER_BLOQUE:])


def _columna_de_mas(hojas: Hojas, _: Forma) -> None:
    """Una columna nueva antes de los bloques: los títulos dicen dónde quedó cada cosa."""
    for fila in hojas[CUANTITATIVO]:
        fila.insert(PRIMERA_FIJA, None)


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
}
"""Nombre → la falla."""


def estropear(hojas: Hojas, forma: Forma, nombres: Iterable[str]) -> Hojas:
    """Las hojas con esas fallas, las que quitan hojas al final; `ErrorTablero` si no la hay."""
    copia = {nombre: [list(fila) for fila in celdas] for nombre, celdas in hojas.items()}
    for nombre in sorted(nombres, key=lambda nombre: nombre.startswith(SIN_HOJA)):
        if nombre not in FALLAS:
            raise ErrorTablero(f"no existe la falla «{nombre}»; use: {enumerar(list(FALLAS))}.")
        FALLAS[nombre](copia, forma)
    return copia
