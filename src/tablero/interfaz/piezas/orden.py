"""Por qué valor se ordena una celda: lo que se lee no siempre dice lo que vale.

El navegador ordena la tabla (`guion/tablas.js`) y aquí se escribe con qué: `#` y el número, la
fecha en ISO, el código por sus partes, el texto como se lee, y nada donde no hay dato.
"""

import re
from datetime import date

from tablero import tema
from tablero.formato import SIN_DATO, texto

VACIA = ""
"""La clave de lo que no tiene dato: va al final en los dos sentidos."""
CIFRAS_DE_PARTE = 4
CODIGO = re.compile(r"\d{1,4}(?:\.\d{1,4})+")
"""«1.1.10»: cada parte es un número."""
ESCRITO = re.compile(r"([+−-]?)\$?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\d.,])")
"""Un número como se escribe en Colombia, al comienzo de un texto."""
ETIQUETA = re.compile(r"<[^>]*>")


def clave(valor: object) -> str:
    """La clave de un valor: `12.5` → «#12.5»; «1.1.10» → «0001.0001.0010»; `None` → «»."""
    if isinstance(valor, bool):
        return f"#{int(valor)}"
    dicho = texto(valor)
    if dicho in ("", SIN_DATO):
        return VACIA
    if isinstance(valor, int | float):
        return f"#{valor!r}"
    if isinstance(valor, date):
        return valor.isoformat()
    if CODIGO.fullmatch(dicho):
        return ".".join(parte.zfill(CIFRAS_DE_PARTE) for parte in dicho.split("."))
    return dicho


def de_escrito(escrito: str) -> str:
    """La clave de un número ya escrito: «−0,15 p. p.» → «#-0.15»; si no empieza por uno, su texto.

    Lo que no dice la columna se lee de la celda: así ninguna queda ordenada por sus letras.
    """
    hallado = ESCRITO.match(escrito)
    if hallado is None:
        return clave(escrito)
    signo, entero, decimales = hallado.groups()
    menos = "-" if signo in ("−", "-") else ""
    return f"#{menos}{entero.replace('.', '')}" + (f".{decimales}" if decimales else "")


def sin_etiquetas(html: str) -> str:
    """El texto de un HTML corto, todavía escapado."""
    return ETIQUETA.sub("", html).strip()


def en_escala(valor: str | None, escala: list[str]) -> int | None:
    """El lugar de un estado en su escala; lo que no está en ella, y «sin dato», no tienen."""
    return None if valor == SIN_DATO or valor not in escala else escala.index(valor)


def de_semaforo(estado: str | None) -> int | None:
    """El lugar de un estado en el semáforo, de lo que va más atrás a lo que va más adelante."""
    return en_escala(estado, list(tema.SEMAFORO))
