"""Los cortes y los periodos: qué fecha puede llevar cada fila de un libro."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tablero.calculo.citas.fechas import dice_fecha
from tablero.errores import ErrorDeCelda
from tablero.formato import contar, enumerar
from tablero.ingesta.fuentes.documentos import Documento
from tablero.ingesta.reglas.leidas import Leidas, valores
from tablero.libro.leer import FilaLeida
from tablero.modelo import Hecho, Tabla
from tablero.modelo.relaciones import Cortes

DESDE, HASTA = "desde_fecha", "hasta_fecha"


class PeriodoInformado(NamedTuple):
    """Del primer día al último."""

    desde: date
    hasta: date

    def __str__(self) -> str:
        return f"{self.desde} a {self.hasta}"


def cortes_ajenos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Cada fila lleva el corte que su tabla admite; de una fecha arrastrada se dice cada celda."""
    for tabla in leidas.tablas():
        if not issubclass(tabla, Hecho):
            continue
        for documento, filas in leidas.libros(tabla.tabla):
            admitidos, cual = _admitidos(tabla, documento, filas)
            mezcla = "" if tabla.cortes is Cortes.FILA else _mezcla(filas)
            for fila in filas:
                corte = fila.valores["corte_fecha"]
                if corte > documento.ficha.corte_fecha:
                    mensaje = (
                        f"{corte} es posterior al corte del documento "
                        f"({documento.ficha.corte_fecha})."
                    )
                elif corte not in admitidos:
                    mensaje = f"{corte} no es {cual}{mezcla}."
                else:
                    continue
                yield fila.error(mensaje, tabla.columna("corte_fecha"))


def cortes_sin_decir(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Donde cada fila lleva su corte, el que no es el del documento se dice en sus palabras.

    Sin esto, una fecha copiada de la fila vecina pasaría por buena: también es un corte admitido.
    """
    for tabla in leidas.tablas():
        if not issubclass(tabla, Hecho) or tabla.cortes is not Cortes.FILA:
            continue
        columna = tabla.columna("corte_fecha")
        for documento, filas in leidas.libros(tabla.tabla):
            propio, otros = documento.ficha.corte_fecha, set(documento.ficha.otros_cortes)
            mezcla = len({fila.valores["corte_fecha"] for fila in filas}) > 1
            for fila in filas:
                corte = fila.valores["corte_fecha"]
                palabras = _palabras(tabla, fila)
                if corte not in {propio, *otros} or dice_fecha(palabras, corte, "hasta"):
                    continue
                dichos = [
                    str(otro)
                    for otro in sorted(otros - {corte})
                    if dice_fecha(palabras, otro, "hasta", con_partes=False)
                ]
                if mezcla and dichos:
                    yield fila.error(
                        f"{corte} no es lo que dice la fila: {enumerar(dichos)}.", columna
                    )
                elif corte != propio:
                    yield fila.error(
                        f"{corte} no es el corte del documento ({propio}) y ninguna palabra de la "
                        "fila lo dice; si lo es del dato, dígalo en su descripción o en su nota.",
                        columna,
                    )


def _palabras(tabla: type[Tabla], fila: FilaLeida) -> str:
    textos = valores(fila, [c.nombre for c in tabla.columnas_libro() if c.tipo is str])
    return ". ".join(texto for texto in textos if texto)


def _admitidos(
    tabla: type[Hecho], documento: Documento, filas: Sequence[FilaLeida]
) -> tuple[set[date], str]:
    """Los cortes que una fila puede llevar, y cómo se dice cuál es."""
    propio, otros = documento.ficha.corte_fecha, documento.ficha.otros_cortes
    if tabla.cortes is Cortes.PERIODO and any(f.valores["corte_fecha"] != propio for f in filas):
        hasta = periodo_informado(tabla, filas).hasta
        return {hasta}, f"el último día del periodo que se informa ({hasta})"
    if tabla.cortes is not Cortes.FILA:
        return {propio}, f"el corte del documento ({propio})"
    dichos = f" ({enumerar([str(c) for c in otros])})" if otros else ""
    return {propio, *otros}, (
        f"el corte del documento ({propio}) ni otro de los que declara su ficha{dichos}; si el "
        "dato es de esa fecha, agréguela a «otros_cortes» en fuente.yml"
    )


def _mezcla(filas: Sequence[FilaLeida]) -> str:
    """Cuántas filas lleva cada corte, si hay varios, y si ninguno es mayoría."""
    conteo = Counter(fila.valores["corte_fecha"] for fila in filas).most_common()
    if len(conteo) == 1:
        return "" if len(filas) == 1 else f"; lo llevan las {len(filas)} filas de la hoja"
    sin_mayoria = ", sin mayoría" if conteo[0][1] == conteo[1][1] else ""
    partes = [f"{corte} en {contar(veces, 'fila', 'filas')}" for corte, veces in conteo]
    return f"; la hoja mezcla cortes{sin_mayoria}: {enumerar(partes)}"


def periodos_al_reves(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """Un periodo termina después de empezar."""
    for tabla in leidas.tablas():
        if HASTA not in tabla.model_fields:
            continue
        for _, fila in leidas[tabla.tabla]:
            desde, hasta = valores(fila, (DESDE, HASTA))
            if _al_reves(fila):
                celda = fila.celdas.get(DESDE)
                en = f"{desde}, celda {celda}" if celda else f"{desde}"
                yield fila.error(
                    f"termina ({hasta}) antes de empezar ({en}).", tabla.columna(HASTA)
                )


def periodos_ajenos(leidas: Leidas) -> Iterator[ErrorDeCelda]:
    """El último periodo de cada uno es el mismo: el que se informa.

    Otro lo dejaría fuera de las sumas, o contaría mal sus días.
    """
    for tabla in leidas.tablas():
        if not issubclass(tabla, Hecho) or tabla.cortes is not Cortes.PERIODO:
            continue
        for _, filas in leidas.libros(tabla.tabla):
            ultimas = _ultimas(tabla, filas)
            informado = periodo_informado(tabla, filas)
            iguales = sum(_periodo(fila) == informado for fila in ultimas)
            for fila in ultimas:
                propio = _periodo(fila)
                if propio != informado and not _al_reves(fila):
                    columna = HASTA if propio.hasta != informado.hasta else DESDE
                    yield fila.error(
                        f"su último periodo ({propio}) no es el que se informa ({informado}, en "
                        f"{iguales} de {len(ultimas)}).",
                        tabla.columna(columna),
                    )


def periodo_informado(tabla: type[Tabla], filas: Sequence[FilaLeida]) -> PeriodoInformado:
    """El último periodo de la mayoría; si ninguno lo es, el que termina después."""
    conteo = Counter(_periodo(fila) for fila in _ultimas(tabla, filas))
    return max(conteo, key=lambda p: (conteo[p], p.hasta, -p.desde.toordinal()))


def _ultimas(tabla: type[Tabla], filas: Sequence[FilaLeida]) -> list[FilaLeida]:
    """De cada uno, la fila de su último periodo; de dos que terminan juntos, el más largo."""
    quien = [c for c in tabla.clave if c not in (DESDE, HASTA)]
    ultimas: dict[tuple[object, ...], FilaLeida] = {}
    for fila in sorted(filas, key=lambda f: (f.valores[HASTA], -f.valores[DESDE].toordinal())):
        ultimas[valores(fila, quien)] = fila
    return sorted(ultimas.values(), key=lambda fila: fila.numero)


def _periodo(fila: FilaLeida) -> PeriodoInformado:
    return PeriodoInformado(fila.valores[DESDE], fila.valores[HASTA])


def _al_reves(fila: FilaLeida) -> bool:
    desde, hasta = valores(fila, (DESDE, HASTA))
    return bool(desde and hasta and hasta < desde)
