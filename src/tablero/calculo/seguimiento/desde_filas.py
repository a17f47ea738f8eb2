"""Un indicador, armado otra vez con las filas del tablero: para el motor, el libro leído de nuevo.

Una meta o un reporte que estaba escrito y no se pudo leer es, en el tablero, una fila sin valor:
aquí vuelve a ser `ILEGIBLE`. Lo demás que no se pudo leer lo dice la columna `ilegibles`.
"""

from collections.abc import Iterable
from typing import Any

from tablero.calculo.seguimiento.indicador import (
    ILEGIBLE,
    NOMBRES,
    Indicador,
    Periodo,
    nombrar,
)
from tablero.calculo.seguimiento.motor import legible
from tablero.filas import Fila

SEPARADOR = "; "
NUMEROS = ("ponderacion", "linea_base", "meta_final")
"""De los que se dicen una vez, los que son números."""


def escribir_ilegibles(indicador: Indicador) -> str | None:
    """«fecha de inicio; meta de 2024», como va en la columna `ilegibles`; `None` si todo se lee."""
    return SEPARADOR.join(sorted(map(nombrar, indicador.ilegibles))) or None


def indicador(fila: Fila, metas: Iterable[Fila], reportes: Iterable[Fila]) -> Indicador:
    """El indicador de un producto en un corte con libro.

    `fila` es la suya de `politica_seguimiento`; `metas` (`anio`, `meta`) y `reportes` (`anio`,
    `trimestre`, `valor`), las de ese corte, en la unidad del indicador. Con él, el motor da las
    cifras de la fila. No lleva lo que el libro trae ya calculado, ni textos, ni celdas.
    """
    dichos = (_escrito(fila["ilegibles"]) or "").split(SEPARADOR)
    ilegibles = {campo for campo, nombre in NOMBRES.items() if nombre in dichos}

    def numero(campo: str, columna: str) -> float | None:
        return ILEGIBLE if campo in ilegibles else legible(fila[columna])

    return Indicador(
        codigo=fila["producto_codigo"],
        anualizacion_tipo=_escrito(fila["anualizacion_tipo"]),
        periodicidad=_escrito(fila["periodicidad"]),
        metas={int(m["anio"]): _leer(m["meta"]) for m in metas},
        meta_final=numero("meta_final", "meta_final"),
        reportes={
            Periodo(int(r["anio"]), int(r["trimestre"])): _leer(r["valor"]) for r in reportes
        },
        estado=_escrito(fila["vigencia"]),
        linea_base=numero("linea_base", "linea_base"),
        ponderacion_pct=numero("ponderacion", "ponderacion_pct"),
        inicio=fila["inicio_fecha"],
        fin=fila["fin_fecha"],
        nombre=_escrito(fila["producto_nombre"]) or "",
        indicador_nombre=_escrito(fila["indicador_nombre"]) or "",
        sector=_escrito(fila["sector_nombre"]) or "",
        entidad=_escrito(fila["entidad"]) or "",
        sin_leer=frozenset(ilegibles.difference(NUMEROS)),
    )


def _escrito(valor: Any) -> Any:  # un texto, o la opción de una columna que las tiene
    """El texto; lo que pandas da por vacío (`NaN`) es `None`."""
    return valor if isinstance(valor, str) else None


def _leer(valor: float | None) -> float:
    return ILEGIBLE if valor is None else float(valor)
