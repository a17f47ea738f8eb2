"""Un indicador, armado otra vez con las filas del tablero: para el motor, el libro leído de nuevo.

Una celda que estaba escrita y no se pudo leer es, en el tablero, una fila sin valor: aquí vuelve a
ser `ILEGIBLE`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from tablero.calculo.seguimiento.indicador import ILEGIBLE, Indicador, Periodo
from tablero.calculo.seguimiento.metas import CON_LINEA_BASE
from tablero.calculo.seguimiento.motor import calcular, legible
from tablero.calculo.seguimiento.tiempo import periodo_de

Fila = Mapping[Any, Any]
DE_LA_BASE = ("mp", "trayectoria_pct", "paa_pct")
"""Lo que depende de la línea base: sin poder leerla, queda sin dato."""


def indicador(fila: Fila, metas: Iterable[Fila], reportes: Iterable[Fila]) -> Indicador:
    """El indicador de un producto en un corte con libro.

    `fila` es la suya de `politica_seguimiento`; `metas` (`anio`, `meta`) y `reportes` (`anio`,
    `trimestre`, `valor`), las de ese corte, en la unidad del indicador. Con él, el motor da las
    cifras de la fila. No lleva lo que el libro trae ya calculado, ni textos, ni celdas.
    """
    armado = Indicador(
        codigo=fila["producto_codigo"],
        anualizacion_tipo=_escrito(fila["anualizacion_tipo"]),
        periodicidad=_escrito(fila["periodicidad"]),
        metas={int(m["anio"]): _leer(m["meta"]) for m in metas},
        meta_final=legible(fila["meta_final"]),
        reportes={
            Periodo(int(r["anio"]), int(r["trimestre"])): _leer(r["valor"]) for r in reportes
        },
        estado=_escrito(fila["vigencia"]),
        linea_base=legible(fila["linea_base"]),
        ponderacion_pct=legible(fila["ponderacion_pct"]),
        inicio=fila["inicio_fecha"],
        fin=fila["fin_fecha"],
        nombre=_escrito(fila["producto_nombre"]) or "",
        indicador_nombre=_escrito(fila["indicador_nombre"]) or "",
        sector=_escrito(fila["sector_nombre"]) or "",
        entidad=_escrito(fila["entidad"]) or "",
    )
    return replace(armado, linea_base=ILEGIBLE) if _falta_la_base(armado, fila) else armado


def _escrito(valor: Any) -> Any:
    """El texto; lo que pandas da por vacío (`NaN`) es `None`."""
    return valor if isinstance(valor, str) else None


def _leer(valor: float | None) -> float:
    return ILEGIBLE if valor is None else float(valor)


def _falta_la_base(armado: Indicador, fila: Fila) -> bool:
    """Si la línea base estaba escrita y no se pudo leer.

    La tabla la deja vacía, igual que la que nadie escribió; pero sin ninguna el motor da cifras (la
    de un Creciente es 0) que la fila no tiene.
    """
    if armado.linea_base is not None or armado.anualizacion_tipo not in CON_LINEA_BASE:
        return False
    sin_base = calcular(armado, periodo_de(fila["corte_fecha"]))
    return any(
        getattr(sin_base, campo) is not None and legible(fila[campo]) is None
        for campo in DE_LA_BASE
    )
