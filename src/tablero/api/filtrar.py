"""Las filas que cumplen un pedido, en el orden y con las columnas que pide."""

from collections.abc import Sequence

import pandas as pd

from tablero.api.consulta import Consulta, Filtro, Valor


def filtrar(datos: pd.DataFrame, consulta: Consulta) -> pd.DataFrame:
    """Las filas que pasan todos los filtros, ordenadas; lo que no se publica va al final."""
    pasan = [True] * len(datos)
    for filtro in consulta.filtros:
        columna = datos[filtro.columna].astype(object)
        valores = columna.where(columna.notna(), None).tolist()
        pasan = [si and _cumple(v, filtro) for si, v in zip(pasan, valores, strict=True)]
    quedan = datos[pd.Series(pasan, index=datos.index, dtype=bool)]
    # Por partes, de la última a la primera: cada orden conserva la anterior entre iguales.
    for nombre, al_reves in reversed(consulta.orden):
        quedan = quedan.sort_values(nombre, ascending=not al_reves, kind="stable")
    return quedan


def pagina(datos: pd.DataFrame, consulta: Consulta) -> pd.DataFrame:
    """Las filas de la página pedida; ninguna si está después de la última."""
    desde = (consulta.pagina - 1) * consulta.por_pagina
    if desde >= len(datos):
        return datos.iloc[:0]
    return datos.iloc[desde : desde + consulta.por_pagina]


def _cumple(valor: Valor | None, filtro: Filtro) -> bool:
    if valor is None:
        return filtro.con_vacios
    if filtro.desde is not None:
        return _va_despues(valor, filtro.desde)
    if filtro.hasta is not None:
        return _va_despues(filtro.hasta, valor)
    return valor in filtro.valores


def _va_despues(uno: Valor, otro: Valor) -> bool:
    # De la misma clase: cada columna lee los suyos.
    return uno >= otro  # type: ignore[operator]


def columnas(datos: pd.DataFrame, pedidas: Sequence[str], siempre: str) -> pd.DataFrame:
    """Solo esas columnas; `siempre`, si los datos la traen, no se puede quitar."""
    if not pedidas:
        return datos
    marca = [siempre] if siempre in datos and siempre not in pedidas else []
    return datos[[*(c for c in pedidas if c in datos), *marca]]
