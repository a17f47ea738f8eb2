"""Lo que una hoja guarda y el lector de hojas no cuenta.

calamine entrega vacía una celda con `#REF!` y también una fórmula que nadie ha calculado, y no
dice si un número tiene formato de porcentaje. Nada de eso puede pasar por un «no publicado», así
que se busca en el XML del libro antes de leerlo. Y hay valores con los que rechaza la hoja entera
o se rompe por dentro: una celda así se le entrega vacía, y es un error de esa celda.
"""

import re
from dataclasses import dataclass, field

from tablero.texto import visible

SIN_RESULTADO = (
    "tiene una fórmula sin resultado guardado; abra el libro, recalcule y guárdelo, "
    "o escriba el valor."
)
PORCENTAJE = (
    "tiene formato de porcentaje, que guarda 0,5 por 50 %; use formato de número y escriba 50."
)
HORA = "es una hora o una duración; ninguna columna las lleva."
SALTO = (
    "tiene un tabulador o un salto de línea forzado que se perdería al leer; "
    "bórrelo o sepárelo en párrafos."
)
NO_FINITO = "no es un número finito."
TOPE_DE_NUMERO = 1e17
"""Más allá, un número con formato de fecha rompe el lector; ninguna cifra llega a tanto."""
CIFRAS_SEGURAS = 15
NUMERO = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
MAX_MOSTRADO = 60


def error_de_formula(nombre: str) -> str:
    """El mensaje de una celda con `#REF!`, `#N/A`… o con uno que aún no existe."""
    return f"tiene el error {visible(nombre)}; corrija la fórmula o escriba el valor."


def fuera_de_escala(valor: str) -> str:
    """El mensaje de un número al que ninguna cifra llega: «1e160»."""
    return f"«{_corto(valor)}» está fuera de escala; revise el exponente y las cifras."


def guarda_otra_cosa(valor: str, que: str) -> str:
    """El mensaje de una celda que dice guardar un número o un lógico y guarda otra cosa."""
    return f"guarda «{_corto(valor)}» como {que}, y no lo es; escriba el valor de nuevo."


def rareza_de_numero(valor: str) -> str:
    """La de un número guardado como texto en el XML; vacía si no la tiene."""
    if len(valor) <= CIFRAS_SEGURAS and valor.isdecimal() and valor.isascii():
        return ""
    if valor.lstrip("+-").lower() in ("nan", "inf", "infinity"):
        return NO_FINITO
    if not NUMERO.fullmatch(valor):
        return guarda_otra_cosa(valor, "número")
    return fuera_de_escala(valor) if abs(float(valor)) >= TOPE_DE_NUMERO else ""


def clase_desconocida(clase: str) -> str:
    """El mensaje de una celda de una clase que ningún formato declara."""
    return f"guarda un valor de una clase desconocida («{_corto(clase)}»); escríbalo de nuevo."


def _corto(valor: str) -> str:
    dicho = visible(valor)
    return dicho if len(dicho) <= MAX_MOSTRADO else dicho[: MAX_MOSTRADO - 1] + "…"


@dataclass
class Rarezas:
    """Las de una hoja."""

    celdas: dict[tuple[int, int], str] = field(default_factory=dict)
    """(fila, columna), desde 1 → qué tiene la celda."""
    combinadas: list[str] = field(default_factory=list)
    """Rangos de celdas combinadas: `B3:B5`."""
    filas_ocultas: set[int] = field(default_factory=set)
    columnas_ocultas: set[int] = field(default_factory=set)
    """Desde 1."""
    desde_1904: bool = False
    """Si el libro cuenta los días desde 1904, como los de un Mac antiguo, y no desde 1900."""
