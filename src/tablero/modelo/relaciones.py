"""Lo que una tabla sabe de sí misma más allá de cada columna: de ahí salen las reglas de un libro.

Se declara en la clase de la tabla; `ingesta/reglas` lo comprueba y nada se repite en otra parte.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Cortes(StrEnum):
    """Qué corte llevan las filas de una tabla en un mismo libro, en palabras."""

    DOCUMENTO = "el del documento, en todas las filas"
    PERIODO = (
        "el último día del periodo que se informa, o el del documento; en todas las filas, el mismo"
    )
    FILA = (
        "el del documento, u otro que su ficha declare en «otros_cortes» y que las palabras de la "
        "fila digan"
    )


@dataclass(frozen=True)
class Citada:
    """Que las palabras de una cita dicen el valor de una columna.

    Un número o una fecha deben estar en ella, si trae alguno. De un texto se comparan sus números y
    que la cita no nombre a otra fila en vez de a la suya; de una lista cerrada, lo que `palabras`
    declara: si la cita dice la de otra opción y no la suya, se contradicen.
    """

    columna: str
    en: str = "cita"
    """La columna con las palabras."""
    junto_a: str = ""
    """La palabra que sigue a la cifra, si no es su unidad: «entidades» en «13 entidades»."""
    solo_junto: bool = False
    """Si la cita puede decir otras cifras y no esta: se juzga solo la que va con su palabra."""
    unidad_en: str = ""
    """La columna que dice su unidad, si cambia en cada fila."""
    palabras: Mapping[str, str] = field(default_factory=dict)
    """Opción («sí» o «no», si es de sí o no) → cómo empieza lo que la dice, sin tildes."""
    siempre: frozenset[str] = frozenset()
    """Las opciones que la cita, si la hay, debe decir."""


@dataclass(frozen=True)
class Copia:
    """Que una columna repite la de otra tabla (`tabla.columna`), en la fila a la que remite."""

    columna: str
    de: str


@dataclass(frozen=True)
class Rotulo:
    """La palabra con que la ubicación o la cita nombran un número: «UTA» en «UTA 2, barreras»."""

    columna: str
    palabra: str


@dataclass(frozen=True)
class Numeracion:
    """Que una columna numera las filas de uno en uno, sin saltos, en cada grupo (`por`)."""

    columna: str
    por: tuple[str, ...] = ()
    empieza: int | None = 1
    """El primer número; `None` si la fuente puede empezar en cualquiera."""


@dataclass(frozen=True)
class Prefijo:
    """Que una columna es el comienzo de otra de su fila: «05» de «05001», 1 de «1.1.4»."""

    columna: str
    de: str


@dataclass(frozen=True)
class Compania:
    """Que una columna está llena si y solo si lo está alguna de otras: el dato y lo que lo dice."""

    columna: str
    de: tuple[str, ...]


@dataclass(frozen=True)
class Suma:
    """Que una columna es la suma de otras de su fila."""

    resultado: str
    partes: tuple[str, ...]


@dataclass(frozen=True)
class Resta:
    """Que una columna es la resta de otras dos de su fila."""

    resultado: str
    de: str
    menos: str


@dataclass(frozen=True)
class Razon:
    """Que una columna es cien veces la parte entre el total, en su fila."""

    resultado: str
    parte: str
    total: str


@dataclass(frozen=True)
class Tope:
    """Que una columna, o la suma de varias, no pasa de otra de su fila."""

    partes: tuple[str, ...]
    mayor: str


@dataclass(frozen=True)
class Redondeo:
    """Que una columna está escrita con el redondeo que dice otra de su fila.

    `decimales` es la que dice cuántos decimales tiene; `unidad`, la que dice cuánto vale una unidad
    de su último dígito.
    """

    columna: str
    decimales: str = ""
    unidad: str = ""


Cuenta = Suma | Resta | Razon | Tope
"""Una cuenta de la fila que debe salir, con el redondeo de cada cifra."""
