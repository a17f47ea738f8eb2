"""De una celda a un valor del modelo, sin adivinar: lo que no es exacto es un error.

`convertir` recibe lo que guarda una celda (texto, número, fecha, lógico); `interpretar`, el texto
de un CSV. Los dos dan el valor con su tipo, `None` si está vacía, o un `ValorNoValido`. Todo texto
se limpia primero (`tablero.texto`): lo que no se ve no hace distinto un valor.
"""

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from tablero.formato import numero_justo
from tablero.libro.rarezas import NO_FINITO, error_de_formula
from tablero.modelo import Columna
from tablero.modelo.celda import Celda, Valor
from tablero.modelo.codigos import CODIGO_DE_COSA, CODIGO_INDICADOR, CODIGO_PRODUCTO
from tablero.modelo.escalas import CASI_CERO
from tablero.texto import codigo, decir_ajenas, es_ilegible, esta_vacio, limpiar, nombre_de, visible

MAX_MOSTRADO = 60
TOPE_ENTERO = 10**15
"""Una hoja de cálculo guarda quince cifras; las demás las cambia por ceros."""
FECHA_MINIMA, FECHA_MAXIMA = date(1990, 1, 1), date(2100, 12, 31)
"""Ninguna fecha de estas fuentes queda fuera."""

ERROR_DE_FORMULA = re.compile(
    r"#(N/[AD]|[¡¿]?[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ0-9_/]*[!?]|GETTING_DATA|OBTENIENDO_DATOS|#+)|Err:\d{3}"
)
"""También «####», lo que se copia de una celda más angosta que su número."""
PARECE_NUMERO = re.compile(r"[-+−(]?\s*[$€]?\s*\d[\d.,'’\s]*%?\)?")
ENTERO = re.compile(r"-?(0|[1-9]\d*)", re.ASCII)
DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?", re.ASCII)
FECHA = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)

FORMA_DEL_PATRON = {
    r"^\d{5}$": "cinco dígitos, con sus ceros",
    r"^\d{2}$": "dos dígitos, con sus ceros",
    CODIGO_PRODUCTO: "tres números con puntos y sin ceros delante, como 1.1.4",
    CODIGO_INDICADOR: "dos o tres números con puntos y sin ceros delante, como 1.1 o 1.1.4",
    CODIGO_DE_COSA: "las ocho letras y cifras con que el tablero lo escribió",
    r"^[a-z0-9_]+$": "minúsculas sin acentos, números y «_», sin espacios",
    r"^\S+(\s+\S+){0,14}$": "a lo sumo quince palabras",
}
"""Cada patrón del modelo, dicho para quien escribe el libro."""


class ValorNoValido(ValueError):
    """El valor de una celda no es el que pide su columna; el mensaje dice qué se esperaba."""


def vacia(valor: Celda) -> bool:
    """Verdadero si la celda no tiene nada, o nada que se vea."""
    return valor is None or (isinstance(valor, str) and esta_vacio(valor))


def convertir(valor: Celda, columna: Columna) -> Valor:
    """El valor de una celda de un libro, con el tipo de su columna."""
    return _leer(valor, columna, _DE_CELDA)


def interpretar(texto: Celda, columna: Columna) -> Valor:
    """El valor de un campo de un CSV, con el tipo de su columna."""
    return _leer(texto, columna, _DE_TEXTO)


def de_otro_alfabeto(letras: str) -> str:
    """El mensaje de un texto con esas letras, que se ven como las nuestras."""
    return (
        f"tiene una letra o una cifra de otro alfabeto ({letras}), que se ve como una del "
        "nuestro; bórrela y escríbala con el teclado."
    )


def citar(valor: Celda) -> str:
    """El valor entre comillas, como lo da `mostrar`."""
    return f"«{mostrar(valor)}»"


def mostrar(valor: Celda) -> str:
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
    dicho = visible(texto)
    return dicho if len(dicho) <= MAX_MOSTRADO else dicho[: MAX_MOSTRADO - 1] + "…"


def sin_nada_a_la_vista(valor: str) -> str:
    """El mensaje de una celda de cifra o de fecha que parece vacía y no lo está."""
    return f"{citar(valor)} no tiene nada que se vea; si no hay dato, borre la celda."


class _NoEs(ValueError):
    """Lo mismo que `ValorNoValido`, sin el valor: quien lo recibe lo cita como está escrito."""


_Lectores = dict[type, Callable[[Celda, Columna], Valor]]


def _leer(valor: Celda, columna: Columna, lectores: _Lectores) -> Valor:
    if vacia(valor):
        if not columna.obligatoria:
            if isinstance(valor, str) and valor and columna.tipo is not str:
                # Aquí iba una cifra o una fecha: no se sabe si quien la borró quiso borrarla.
                raise ValorNoValido(sin_nada_a_la_vista(valor))
            return None
        if not isinstance(valor, str) or not valor.strip(" "):
            raise ValorNoValido("está vacía y es obligatoria.")
        raise ValorNoValido(f"{citar(valor)} no tiene nada que se vea, y es obligatoria.")
    try:
        limpio = _limpiar(valor, columna) if isinstance(valor, str) else valor
        if columna.opciones:
            return _opcion(limpio, columna)
        leido = lectores[columna.tipo](limpio, columna)
        _exigir_restricciones(leido, columna)
    except _NoEs as error:
        raise ValorNoValido(f"{citar(valor)} {error}") from None
    return leido


def _limpiar(texto: str, columna: Columna) -> str:
    """Una frase, limpia; un código, y lo que no es texto, con los signos del teclado."""
    es_frase = columna.tipo is str and not columna.es_codigo
    limpio = (limpiar if es_frase else codigo)(texto)
    if limpio[0] in "#E" and ERROR_DE_FORMULA.fullmatch(limpio):
        raise ValorNoValido(error_de_formula(limpio))
    if not limpio.isascii() and (letras := decir_ajenas(limpio)):
        raise _NoEs(de_otro_alfabeto(letras))
    if columna.identifica and (raros := [c for c in limpio if es_ilegible(c)]):
        raise _NoEs(
            f"tiene algo que ningún programa muestra ({nombre_de(raros[0])}); bórrelo, o escriba "
            "la letra que era."
        )
    return limpio


def _opcion(valor: Celda, columna: Columna) -> str:
    if not isinstance(valor, str) or valor not in columna.opciones:
        raise _NoEs(f"no es válido; use: {', '.join(columna.opciones)}.")
    return valor


def _que_es(valor: Celda) -> str:
    """Qué guarda una celda, cuando no es lo que se esperaba."""
    if isinstance(valor, bool):
        return "un valor lógico"
    if isinstance(valor, int | float):
        return "un número"
    if isinstance(valor, time | timedelta):
        return "una hora"
    return "una fecha" if isinstance(valor, date) else "un texto"


def _texto(valor: Celda, columna: Columna) -> str:
    if isinstance(valor, str):
        return valor
    if isinstance(valor, int | float) and not isinstance(valor, bool):
        if _es_natural(valor) and columna.admite_numero:
            return str(int(valor))  # «2024»: como número o como texto, dice lo mismo
        raise _NoEs("es un número; escríbalo como texto, con todos sus ceros.")
    raise _NoEs(f"es {_que_es(valor)}; escríbalo como texto.")


def _es_natural(valor: float) -> bool:
    return 0 <= valor < TOPE_ENTERO and float(valor).is_integer()


def _numero(valor: Celda, _: Columna) -> float:
    if isinstance(valor, str):
        if len(valor) <= MAX_MOSTRADO and PARECE_NUMERO.fullmatch(valor):
            raise _NoEs(
                "está guardado como texto; escríbalo como número, sin puntos de miles ni signos."
            )
        raise _NoEs("no es un número.")
    if isinstance(valor, bool) or not isinstance(valor, int | float):
        raise _NoEs(f"es {_que_es(valor)}; se espera un número.")
    if not math.isfinite(valor):
        raise ValorNoValido(NO_FINITO)
    return float(valor)


def _entero(valor: Celda, columna: Columna) -> int:
    numero = _numero(valor, columna)
    if not numero.is_integer():
        raise _NoEs("tiene decimales; se espera un número entero.")
    return _con_quince_cifras(int(numero))


def _con_quince_cifras(numero: int) -> int:
    if abs(numero) >= TOPE_ENTERO:
        raise _NoEs("tiene más de 15 cifras y una hoja de cálculo no las guarda todas.")
    return numero


def _fecha(valor: Celda, _: Columna) -> date:
    if isinstance(valor, datetime):
        if valor.time() != time():
            raise _NoEs("trae hora; se espera solo la fecha, AAAA-MM-DD.")
        return _en_rango(valor.date())
    if isinstance(valor, date):
        return _en_rango(valor)
    if not isinstance(valor, str):
        raise _NoEs(f"es {_que_es(valor)}; se espera una fecha AAAA-MM-DD.")
    if FECHA.fullmatch(valor):
        try:
            dia = date.fromisoformat(valor)
        except ValueError:
            raise _NoEs("no existe en el calendario.") from None
        return _en_rango(dia)
    raise _NoEs("no es una fecha AAAA-MM-DD; escríbala así: 2024-12-31.")


def _en_rango(dia: date) -> date:
    """Un cero con formato de fecha es el 30 de diciembre de 1899, o el 1 de enero de 1904."""
    if not FECHA_MINIMA <= dia <= FECHA_MAXIMA:
        raise _NoEs(f"no es una fecha entre {FECHA_MINIMA.year} y {FECHA_MAXIMA.year}.")
    return dia


def _logico(valor: Celda, _: Columna) -> bool:
    if isinstance(valor, bool):
        return valor
    if valor in ("sí", "no"):
        return bool(valor == "sí")
    raise _NoEs("no es válido; use: sí, no.")


def _logico_de_csv(valor: Celda, columna: Columna) -> bool:
    return valor == "true" if valor in ("true", "false") else _logico(valor, columna)


def _entero_de_csv(valor: Celda, _: Columna) -> int:
    if not isinstance(valor, str) or not ENTERO.fullmatch(valor):
        raise _NoEs("no es un número entero; escriba solo dígitos, sin puntos ni comas.")
    if len(valor) > MAX_MOSTRADO:
        raise _NoEs("tiene más de 15 cifras.")
    return _con_quince_cifras(int(valor))


def _decimal_de_csv(valor: Celda, columna: Columna) -> float:
    if not isinstance(valor, str) or not DECIMAL.fullmatch(valor):
        raise _NoEs("no es un número; escriba solo dígitos y, si hace falta, punto decimal.")
    return _numero(float(valor), columna)


_DE_CELDA: _Lectores = {str: _texto, int: _entero, float: _numero, date: _fecha, bool: _logico}
_DE_TEXTO: _Lectores = {
    str: _texto,
    int: _entero_de_csv,
    float: _decimal_de_csv,
    date: _fecha,
    bool: _logico_de_csv,
}


def _exigir_restricciones(valor: Valor, columna: Columna) -> None:
    """Los límites y la forma que declara el modelo."""
    if isinstance(valor, str):
        if columna.patron is not None and not re.fullmatch(columna.patron, valor, re.ASCII):
            raise _NoEs(f"no tiene la forma esperada: {FORMA_DEL_PATRON[columna.patron]}.")
    elif isinstance(valor, int | float) and not isinstance(valor, bool):
        _exigir_limites(valor, columna)
        _exigir_escala(valor, columna)


def _exigir_limites(valor: float, columna: Columna) -> None:
    minimo = columna.minimo_en_libro
    if minimo is not None and valor < minimo:
        raise _NoEs(f"no es válido; el mínimo es {_limite(minimo)}.")
    if columna.maximo is not None and valor > columna.maximo:
        raise _NoEs(f"no es válido; el máximo es {_limite(columna.maximo)}.")
    if columna.mayor_que is not None and valor <= columna.mayor_que:
        raise _NoEs(f"no es válido; debe ser mayor que {_limite(columna.mayor_que)}.")


def _exigir_escala(valor: float, columna: Columna) -> None:
    if abs(valor) > columna.escala:
        tope = f"{numero_justo(columna.escala)} {columna.unidad}".strip()
        raise _NoEs(f"está fuera de escala: a lo sumo, {tope}; revise sus cifras y su exponente.")
    if 0 < abs(valor) < CASI_CERO:
        raise _NoEs("está fuera de escala: es casi cero; escriba 0 o revise su exponente.")


def _limite(numero: float) -> str:
    return f"{numero:g}".replace(".", ",")
