"""De una celda a un valor del modelo, sin adivinar: lo que no es exacto es un error.

`convertir` recibe lo que guarda una celda (texto, número, fecha, lógico); `interpretar`, el texto
de un CSV. Los dos dan el valor con su tipo, `None` si está vacía, o un `ValorNoValido`.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from tablero.ingesta.rarezas import error_de_formula
from tablero.modelo import Columna

MAX_MOSTRADO = 60
TOPE_ENTERO = 10**15
"""Una hoja de cálculo guarda quince cifras; las demás las cambia por ceros."""

ERROR_DE_FORMULA = re.compile(r"#(N/[AD]|[¡¿]?[A-ZÁÉÍÓÚ][A-ZÁÉÍÓÚ0-9_/]*[!?])|Err:\d{3}")
PARECE_NUMERO = re.compile(r"[-+−(]?\s*[$€]?\s*\d[\d.,'’\s]*%?\)?")
ENTERO = re.compile(r"-?(0|[1-9]\d*)", re.ASCII)
DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
FECHA = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

FORMA_DEL_PATRON = {
    r"^\d{5}$": "cinco dígitos, con sus ceros",
    r"^\d{2}$": "dos dígitos, con sus ceros",
    r"^\d+\.\d+\.\d+$": "tres números separados por puntos, como 1.1.4",
    r"^\d+\.\d+(\.\d+)?$": "dos o tres números separados por puntos, como 1.1 o 1.1.4",
    r"^[a-z0-9_]+$": "minúsculas sin acentos, números y «_», sin espacios",
    r"^\S+(\s+\S+){0,14}$": "a lo sumo quince palabras",
}
"""Cada patrón del modelo, dicho para quien escribe el libro."""


class ValorNoValido(ValueError):
    """El valor de una celda no es el que pide su columna; el mensaje dice qué se esperaba."""


def vacia(valor: Any) -> bool:
    """Verdadero si la celda no tiene nada, o solo espacios."""
    return valor is None or (isinstance(valor, str) and not valor.strip())


def normalizar(texto: str) -> str:
    """Sin espacios en los extremos y con cada letra acentuada como un solo carácter.

    macOS escribe «í» como dos caracteres: se ve igual, pero no sería igual a la «í» del modelo.
    """
    return unicodedata.normalize("NFC", texto).strip()


def convertir(valor: Any, columna: Columna) -> Any:
    """El valor de una celda de un libro, con el tipo de su columna."""
    return _leer(valor, columna, _DE_CELDA)


def interpretar(texto: str, columna: Columna) -> Any:
    """El valor de un campo de un CSV, con el tipo de su columna."""
    return _leer(texto, columna, _DE_TEXTO)


def citar(valor: Any) -> str:
    """El valor entre comillas, como lo da `mostrar`."""
    return f"«{mostrar(valor)}»"


def mostrar(valor: Any) -> str:
    """El valor como se ve en la hoja, recortado, con los caracteres que no se ven a la vista."""
    if isinstance(valor, bool):
        texto = "VERDADERO" if valor else "FALSO"
    elif isinstance(valor, float):
        justo = valor.is_integer() and abs(valor) < 10 * TOPE_ENTERO
        texto = repr(int(valor) if justo else valor).replace(".", ",")
    elif isinstance(valor, datetime):
        texto = valor.isoformat(" ", "seconds")
    else:
        texto = str(valor)
    visible = "".join(c if c.isprintable() else f"⟨U+{ord(c):04X}⟩" for c in texto)
    return visible if len(visible) <= MAX_MOSTRADO else visible[: MAX_MOSTRADO - 1] + "…"


_Lectores = dict[type, Callable[[Any, Columna], Any]]


def _leer(valor: Any, columna: Columna, lectores: _Lectores) -> Any:
    if vacia(valor):
        if columna.obligatoria:
            raise ValorNoValido("está vacía y es obligatoria.")
        return None
    if isinstance(valor, str):
        valor = normalizar(valor)
        if ERROR_DE_FORMULA.fullmatch(valor):
            raise ValorNoValido(error_de_formula(valor))
    if columna.opciones:
        return _opcion(valor, columna.opciones)
    leido = lectores[columna.tipo](valor, columna)
    _exigir_restricciones(leido, columna)
    return leido


def _opcion(valor: Any, opciones: tuple[str, ...]) -> str:
    if not isinstance(valor, str) or valor not in opciones:
        raise ValorNoValido(f"{citar(valor)} no es válido; use: {', '.join(opciones)}.")
    return valor


def _que_es(valor: Any) -> str:
    """Qué guarda una celda, cuando no es lo que se esperaba."""
    if isinstance(valor, bool):
        return "un valor lógico"
    if isinstance(valor, int | float):
        return "un número"
    if isinstance(valor, time | timedelta):
        return "una hora"
    return "una fecha" if isinstance(valor, date) else "un texto"


def _texto(valor: Any, _: Columna) -> str:
    if isinstance(valor, str):
        return valor
    if isinstance(valor, int | float) and not isinstance(valor, bool):
        raise ValorNoValido(
            f"{citar(valor)} es un número; escríbalo como texto, con todos sus ceros."
        )
    raise ValorNoValido(f"{citar(valor)} es {_que_es(valor)}; escríbalo como texto.")


def _numero(valor: Any, _: Columna) -> float:
    if isinstance(valor, str):
        if len(valor) <= MAX_MOSTRADO and PARECE_NUMERO.fullmatch(valor):
            raise ValorNoValido(
                f"{citar(valor)} está guardado como texto; escríbalo como número, sin puntos de "
                "miles ni signos."
            )
        raise ValorNoValido(f"{citar(valor)} no es un número.")
    if isinstance(valor, bool) or not isinstance(valor, int | float):
        raise ValorNoValido(f"{citar(valor)} es {_que_es(valor)}; se espera un número.")
    if not math.isfinite(valor):
        raise ValorNoValido("no es un número finito.")
    return float(valor)


def _entero(valor: Any, columna: Columna) -> int:
    numero = _numero(valor, columna)
    if not numero.is_integer():
        raise ValorNoValido(f"{citar(numero)} tiene decimales; se espera un número entero.")
    return _con_quince_cifras(int(numero))


def _con_quince_cifras(numero: int) -> int:
    if abs(numero) >= TOPE_ENTERO:
        raise ValorNoValido(
            f"{citar(numero)} tiene más de 15 cifras y una hoja de cálculo no las guarda todas."
        )
    return numero


def _fecha(valor: Any, _: Columna) -> date:
    if isinstance(valor, datetime):
        if valor.time() != time():
            raise ValorNoValido(f"{citar(valor)} trae hora; se espera solo la fecha, AAAA-MM-DD.")
        return valor.date()
    if isinstance(valor, date):
        return valor
    if not isinstance(valor, str):
        raise ValorNoValido(f"{citar(valor)} es {_que_es(valor)}; se espera una fecha AAAA-MM-DD.")
    if FECHA.fullmatch(valor):
        try:
            return date.fromisoformat(valor)
        except ValueError:
            raise ValorNoValido(f"{citar(valor)} no existe en el calendario.") from None
    raise ValorNoValido(f"{citar(valor)} no es una fecha AAAA-MM-DD; escríbala así: 2024-12-31.")


def _logico(valor: Any, _: Columna) -> bool:
    if isinstance(valor, bool):
        return valor
    if valor in ("sí", "no"):
        return bool(valor == "sí")
    raise ValorNoValido(f"{citar(valor)} no es válido; use: sí, no.")


def _logico_de_csv(valor: str, columna: Columna) -> bool:
    return valor == "true" if valor in ("true", "false") else _logico(valor, columna)


def _entero_de_csv(valor: str, _: Columna) -> int:
    if not ENTERO.fullmatch(valor):
        raise ValorNoValido(
            f"{citar(valor)} no es un número entero; escriba solo dígitos, sin puntos ni comas."
        )
    if len(valor) > MAX_MOSTRADO:
        raise ValorNoValido(f"{citar(valor)} tiene más de 15 cifras.")
    return _con_quince_cifras(int(valor))


def _decimal_de_csv(valor: str, columna: Columna) -> float:
    if not DECIMAL.fullmatch(valor):
        raise ValorNoValido(
            f"{citar(valor)} no es un número; escriba solo dígitos y, si hace falta, punto decimal."
        )
    return _numero(float(valor), columna)


_DE_CELDA: _Lectores = {str: _texto, int: _entero, float: _numero, date: _fecha, bool: _logico}
_DE_TEXTO: _Lectores = {
    str: _texto,
    int: _entero_de_csv,
    float: _decimal_de_csv,
    date: _fecha,
    bool: _logico_de_csv,
}


def _exigir_restricciones(valor: Any, columna: Columna) -> None:
    """Los límites y la forma que declara el modelo."""
    minimo = columna.minimo_en_libro
    if minimo is not None and valor < minimo:
        raise ValorNoValido(f"{citar(valor)} no es válido; el mínimo es {_limite(minimo)}.")
    if columna.maximo is not None and valor > columna.maximo:
        raise ValorNoValido(f"{citar(valor)} no es válido; el máximo es {_limite(columna.maximo)}.")
    if columna.mayor_que is not None and valor <= columna.mayor_que:
        raise ValorNoValido(
            f"{citar(valor)} no es válido; debe ser mayor que {_limite(columna.mayor_que)}."
        )
    if columna.patron is not None and not re.fullmatch(columna.patron, valor):
        forma = FORMA_DEL_PATRON[columna.patron]
        raise ValorNoValido(f"{citar(valor)} no tiene la forma esperada: {forma}.")


def _limite(numero: float) -> str:
    return f"{numero:g}".replace(".", ",")
