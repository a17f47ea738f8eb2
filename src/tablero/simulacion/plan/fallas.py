"""Fallas a pedido: cada una estropea el plan como lo haría una persona con prisa."""

from collections.abc import Callable, Iterable
from copy import deepcopy
from typing import Any

from tablero.errores import ErrorTablero
from tablero.formato import enumerar
from tablero.modelo.celda import Celda
from tablero.simulacion.plan.hoja import (
    FILA_BAJOS,
    FILA_DATOS,
    FILA_GRUPOS,
    FILA_TITULOS,
    EnPorcentaje,
    HojaInventada,
    lugar,
    numero,
)

PESO_DE_PRODUCTO = "Importancia relativa  del producto (%)"
PESO_DE_RESULTADO = "Importancia relativa  del resultado (%)"
FORMULA_DE_RESULTADO = "Fórmula del indicador de resultado"
ESPERADO, TIPO, FINAL = "Producto esperado", "Tipo de anualización", "Meta de producto Final"
OTRO = 1.25
Anios = tuple[int, ...]
Cambio = Callable[[Any], Celda]
"""De lo que había en una celda, que cada falla sabe qué es, a lo que queda."""
Falla = Callable[[HojaInventada, Anios], None]


def _poner(titulo: str, valor: Celda, *, fila: int = 0, de_producto: bool = True) -> Falla:
    """Cambia una celda de una de las primeras filas."""

    def estropear(hoja: HojaInventada, anios: Anios) -> None:
        hoja.celdas[FILA_DATOS + fila][lugar(anios, titulo, de_producto=de_producto)] = valor

    return estropear


def _cambiar(titulo: str, cambio: Cambio, *, fila: int = 0, de_producto: bool = True) -> Falla:
    """Como `_poner`, con lo que resulte de lo que había."""

    def estropear(hoja: HojaInventada, anios: Anios) -> None:
        columna = lugar(anios, titulo, de_producto=de_producto)
        celdas = hoja.celdas[FILA_DATOS + fila]
        celdas[columna] = cambio(celdas[columna])

    return estropear


def _de_meta(cambio: Cambio, *, desde_el_final: int = 3) -> Falla:
    """Cambia una meta de un año por venir del primer producto."""

    def estropear(hoja: HojaInventada, anios: Anios) -> None:
        columna = lugar(anios, f"Meta {anios[-desde_el_final]}", de_producto=True)
        celdas = hoja.celdas[FILA_DATOS]
        celdas[columna] = cambio(celdas[columna])

    return estropear


def _titulo(titulo: str, nuevo: Celda) -> Falla:
    """Cambia el encabezado de una columna de los productos."""

    def estropear(hoja: HojaInventada, anios: Anios) -> None:
        columna = lugar(anios, titulo, de_producto=True)
        fila = FILA_BAJOS if hoja.celdas[FILA_BAJOS][columna] else FILA_TITULOS
        hoja.celdas[fila][columna] = nuevo

    return estropear


def _anio_perdido(hoja: HojaInventada, anios: Anios) -> None:
    _titulo(f"Meta {anios[-2]}", None)(hoja, anios)


def _producto_ausente(hoja: HojaInventada, _: Anios) -> None:
    del hoja.celdas[FILA_DATOS + 1]


def _producto_de_mas(hoja: HojaInventada, anios: Anios) -> None:
    """Un producto que el libro de seguimiento no trae."""
    nueva = list(hoja.celdas[-1])
    columna = lugar(anios, ESPERADO)
    codigo, _, nombre = str(nueva[columna]).partition(". ")
    resultado, _, suelto = codigo.rpartition(".")
    nueva[columna] = f"{resultado}.{int(suelto) + 50}. {nombre}"
    nueva[lugar(anios, PESO_DE_PRODUCTO, de_producto=True)] = EnPorcentaje(0.0)
    hoja.celdas.append(nueva)


def _codigo_doble(hoja: HojaInventada, _: Anios) -> None:
    hoja.celdas.append(list(hoja.celdas[FILA_DATOS]))


def _metas_en_porcentaje(hoja: HojaInventada, anios: Anios) -> None:
    """Todas las metas del primer producto, como porcentajes de la final."""
    celdas, columna = hoja.celdas[FILA_DATOS], lugar(anios, FINAL)
    final = numero(celdas[columna])
    for c in (*(lugar(anios, f"Meta {a}", de_producto=True) for a in anios), columna):
        if celdas[c] is not None:
            celdas[c] = EnPorcentaje(numero(celdas[c]) / final)


def _escala_mezclada(hoja: HojaInventada, anios: Anios) -> None:
    columna = lugar(anios, FINAL)
    hoja.celdas[FILA_DATOS][columna] = EnPorcentaje(numero(hoja.celdas[FILA_DATOS][columna]) / 100)


def _encabezados_corridos(hoja: HojaInventada, _: Anios) -> None:
    """Una fila nueva encima de los encabezados."""
    hoja.celdas.insert(FILA_GRUPOS, [None] * len(hoja.celdas[0]))
    hoja.combinadas = [(f + 1, c, f2 + 1, c2) for f, c, f2, c2 in hoja.combinadas]


def _columna_de_mas(hoja: HojaInventada, _: Anios) -> None:
    """Una columna nueva al comienzo: los títulos dicen dónde quedó cada cosa."""
    for fila in hoja.celdas:
        fila.insert(0, None)
    hoja.celdas[0][0], hoja.celdas[0][1] = hoja.celdas[0][1], None
    hoja.combinadas = [(f, c + 1, f2, c2 + 1) for f, c, f2, c2 in hoja.combinadas]


FALLAS: dict[str, Falla] = {
    "pesos_no_suman": _cambiar(PESO_DE_PRODUCTO, lambda p: EnPorcentaje(p * 2)),
    "peso_sin_formato": _cambiar(PESO_DE_PRODUCTO, float, fila=1),
    "peso_como_texto": _poner(PESO_DE_PRODUCTO, "5 %"),
    "resultado_distinto": _cambiar(
        PESO_DE_RESULTADO, lambda p: EnPorcentaje(p * OTRO), fila=1, de_producto=False
    ),
    "formula_distinta": _cambiar(
        FORMULA_DE_RESULTADO, lambda f: f"{f} y su porcentaje", fila=1, de_producto=False
    ),
    "meta_texto": _de_meta(lambda _: "mil doscientos"),
    "meta_ref": _de_meta(lambda _: "#REF!"),
    "meta_error_nuevo": _de_meta(lambda _: "#SPILL!"),
    "meta_cambiada": _de_meta(lambda meta: meta * 2),
    "metas_en_porcentaje": _metas_en_porcentaje,
    "escala_mezclada": _escala_mezclada,
    "producto_ausente": _producto_ausente,
    "producto_de_mas": _producto_de_mas,
    "codigo_doble": _codigo_doble,
    "codigo_partido": _cambiar(ESPERADO, lambda c: c.replace(".1. ", ". 1 ", 1)),
    "codigo_ilegible": _poner(ESPERADO, "Producto sin código"),
    "tipo_desconocido": _poner(TIPO, "Acumulada"),
    "fecha_texto": _poner("Fecha de inicio", "enero de 2023"),
    "anio_perdido": _anio_perdido,
    "sin_columna_de_tipo": _titulo(TIPO, "Otra cosa"),
    "encabezados_corridos": _encabezados_corridos,
    "columna_de_mas": _columna_de_mas,
}
"""Nombre → la falla. Las que mueven filas o columnas van al final."""


def estropear(hoja: HojaInventada, anios: Anios, nombres: Iterable[str]) -> HojaInventada:
    """La hoja con esas fallas, en el orden de `FALLAS`; `ErrorTablero` si alguna no existe."""
    pedidas = set(nombres)
    if desconocidas := sorted(pedidas - FALLAS.keys()):
        raise ErrorTablero(
            f"no existe la falla «{desconocidas[0]}»; use: {enumerar(list(FALLAS))}."
        )
    copia = deepcopy(hoja)
    for nombre, falla in FALLAS.items():
        if nombre in pedidas:
            falla(copia, anios)
    return copia
