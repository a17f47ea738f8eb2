"""Una fecha de una celda, sin adivinar qué es el día y qué es el mes."""

import re
from datetime import date, datetime, time, timedelta

from tablero.formato import MESES, fecha
from tablero.libro.convertir import FECHA_MAXIMA, FECHA_MINIMA, ValorNoValido, citar
from tablero.modelo.celda import Celda
from tablero.texto import limpiar, plano

DIA_CERO, DIA_CERO_DE_1904 = date(1899, 12, 30), date(1904, 1, 1)
"""El día 0 de Excel, contando su 29 de febrero de 1900, que no existió; y el de un Mac antiguo."""
ANIOS = range(FECHA_MINIMA.year, FECHA_MAXIMA.year + 1)
"""Un número de estos es un año: 2024 sería un día de 1905."""
MEDIANOCHE = re.compile(r"[T ]00:00(:00)?$", re.ASCII)
DE_MAQUINA = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
DE_AQUI = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
CON_MES = re.compile(r"(\d{1,2}) (?:de )?([a-z]+) (?:de |del )?(\d{4})", re.ASCII)
MES_MAXIMO = 12
COMO = "escríbala como fecha o así: 2024-12-31."


class SoloElAnio(ValorNoValido):
    """Un año donde va una fecha."""


def leer_fecha(valor: Celda, *, desde_1904: bool = False) -> date:
    """La fecha que guarda una celda: con formato, como número de Excel o escrita.

    Escrita vale «2024-12-31», «31 de diciembre de 2024» y «31/12/2024»: día, mes y año. Una que
    también se puede leer al revés («01/07/2025») no se lee: `ValorNoValido`. `SoloElAnio` si es un
    año.
    """
    if isinstance(valor, datetime):
        if valor.time() != time():
            raise ValorNoValido(f"{citar(valor)} trae hora; se espera solo la fecha.")
        valor = valor.date()
    if isinstance(valor, date):
        return _en_rango(valor, valor)
    if isinstance(valor, str):
        return _escrita(valor)
    if isinstance(valor, bool) or not isinstance(valor, int | float):
        raise ValorNoValido(f"{citar(valor)} no es una fecha.")
    if valor in ANIOS:
        raise _solo_el_anio(valor)
    if not float(valor).is_integer():
        raise ValorNoValido(f"{citar(valor)} no es una fecha: lleva decimales.")
    cero = DIA_CERO_DE_1904 if desde_1904 else DIA_CERO
    maximo = (FECHA_MAXIMA - cero).days
    return _en_rango(cero + timedelta(days=min(max(int(valor), 0), maximo + 1)), valor)


def _escrita(valor: str) -> date:
    texto = MEDIANOCHE.sub("", limpiar(valor))
    if texto.isascii() and texto.isdigit() and int(texto) in ANIOS:
        raise _solo_el_anio(valor)
    if partes := DE_MAQUINA.fullmatch(texto):
        anio, mes, dia = map(int, partes.groups())
        return _armar(anio, mes, dia, valor)
    if (partes := CON_MES.fullmatch(plano(texto))) and partes[2] in MESES:
        return _armar(int(partes[3]), MESES.index(partes[2]) + 1, int(partes[1]), valor)
    if partes := DE_AQUI.fullmatch(texto):
        dia, mes, anio = map(int, partes.groups())
        if dia <= MES_MAXIMO and mes <= MES_MAXIMO and dia != mes:
            una, otra = _armar(anio, mes, dia, valor), _armar(anio, dia, mes, valor)
            raise ValorNoValido(
                f"{citar(valor)} es un texto y puede ser el {fecha(una)} o el {fecha(otra)}; {COMO}"
            )
        return _armar(anio, mes, dia, valor)
    raise ValorNoValido(f"{citar(valor)} no es una fecha; {COMO}")


def _armar(anio: int, mes: int, dia: int, valor: Celda) -> date:
    try:
        return _en_rango(date(anio, mes, dia), valor)
    except ValorNoValido:
        raise
    except ValueError:
        raise ValorNoValido(f"{citar(valor)} no existe en el calendario.") from None


def _en_rango(dia: date, valor: Celda) -> date:
    if not FECHA_MINIMA <= dia <= FECHA_MAXIMA:
        raise ValorNoValido(
            f"{citar(valor)} no es una fecha entre {FECHA_MINIMA.year} y {FECHA_MAXIMA.year}."
        )
    return dia


def _solo_el_anio(valor: Celda) -> SoloElAnio:
    return SoloElAnio(f"{citar(valor)} es solo un año y no una fecha.")
