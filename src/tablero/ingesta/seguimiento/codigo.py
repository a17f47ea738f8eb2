"""El código de un indicador: «1.1.4. Presencia de …», «5. 1», «P1.1.1», «3.1 4».

La celda se explica entera (letra, código, separador y nombre) o no se lee: un código leído a
medias sería el de otro indicador.
"""

import re
from functools import cache
from typing import NamedTuple

from tablero.libro.convertir import ValorNoValido
from tablero.texto import codigo as como_codigo
from tablero.texto import limpiar, visible

MAX_MOSTRADO = 60
DE_PRODUCTO, DE_RESULTADO = 3, 2
NUMEROS_DE = {"p": DE_PRODUCTO, "r": DE_RESULTADO}
LETRA = re.compile(r"(?P<letra>producto|resultado|i?[pr])[\s.:-]*(?=\d)", re.IGNORECASE | re.ASCII)
"""La clase que a veces va delante: «P1.1.1», «R 6.4», «IP-1.1.1»."""
NUMEROS = re.compile(
    r"(\d{1,2})\s*\.\s*(\d{1,2})(?!\d)(?:(\s*\.\s*|\s+)(\d{1,3})(?!\d))?", re.ASCII
)
"""Dos números y quizá otro; «1.500» no es un código."""
ENTERO = re.compile(rf"(?:{LETRA.pattern})?(\d+\.\d+(?:\.\d+)?)(?!\d)", re.IGNORECASE | re.ASCII)
"""El código bien escrito."""
CIERRA = re.compile(r"\s*[.:)|–—-]+(?=[^\d.]|$)|\s*[:|–—]|[,;]?\s+|$", re.ASCII)
"""Entre el código y el nombre."""
OTRO_NUMERO = re.compile(
    r"\.\d|\s+\.\s*\d|(?:[\s.,;:/&+()–—-]|\s(?:y|e|o|u|a|al)\s)+\d+\s*(?:[.:)](?:\s|$)|$)",
    re.IGNORECASE | re.ASCII,
)
"""«1.1.4.2», «1.1.4 .2», «1.1.4. 2. Taller» o «1.1.4 y 5. Taller»: no «1.1.4. 20 talleres»."""
OTRO_PUNTO = re.compile(r"\s*\.\s*\.", re.ASCII)
"""«1.1.. Taller»: falta un número."""
OTRO_CODIGO = re.compile(
    r"(?:[,;/&+]|(?:y|e|o|u|a|al|hasta)\b)\s*\d+\s*\.\s*\d|\d+\.\d+\.\d+", re.IGNORECASE | re.ASCII
)
"""«1.1.1 y 1.1.2. …» nombra dos."""
CIERRES = " .:)|–—-,;"
OTRA_PARTE = re.compile(r"(?:[ivx]+|bis|ter|qu[aá]ter)\b|[^\W\d_](?=\s*(?:[.)]|$))", re.IGNORECASE)
"""«1.1.4 bis», «1.1.iv», «1.1. l. Taller»: lo que sigue es parte de un código."""
ORDINAL = re.compile(r"[IVX]+\s+[^\W\d_]{2}")
"""«1.1.4. VI Encuentro»: después de los tres números, el romano es del nombre."""
ABRE = r"[\"'“‘«¿¡(\[]*"
NOMBRE = re.compile(rf"{ABRE}(?:[^\W\d_]{{2}}|a\s+[^\W\d_]|[^\W\d_]-[^\W\d_]{{2}})", re.IGNORECASE)
"""Como empieza uno: «Taller», «A las mujeres», «E-learning»; no «O4», «N/A» ni «?»."""
CON_CIFRA = re.compile(r"\s*[:|]\s+\d+\s+[^\W\d_]{2}")
CON_LETRA_Y_CIFRA = re.compile(r"[\s.:)|–—-]*\s\d+\s+[^\W\d_]{2}")
"""«1.1: 4 talleres» y «R1.1. 4 talleres»: el 4 es del nombre."""


class Codificado(NamedTuple):
    """El código sin espacios y el nombre que lo acompaña."""

    codigo: str
    nombre: str


def leer_codigo(texto: str, *, es_de_resultado: bool = False) -> Codificado:
    """El código de dos o tres números con que empieza el texto; `ValorNoValido` si no lo hay.

    Los espacios de más no cuentan («5. 1» es 5.1) ni los caracteres que no se ven. Si no dejan
    saber dónde termina («1.1. 4 talleres»), o le falta un número («1.1.»), no se adivina. Si su
    columna `es_de_resultado`, a «1.1.» no le falta nada.
    """
    limpio = limpiar(texto)
    parecido = "".join(map(_parecido, limpio))
    letra = LETRA.match(parecido)
    numeros = NUMEROS.match(parecido, letra.end() if letra else 0)
    if numeros is None:
        raise ValorNoValido(f"{_citar(texto)} no empieza con un código como 1.1.4 o 1.1.")
    cuantos = _cuantos(texto, parecido, numeros, letra["letra"] if letra else "")
    fin = numeros.end(4 if cuantos == DE_PRODUCTO else 2)
    resto = parecido[fin:]
    if cuantos == DE_PRODUCTO and OTRO_NUMERO.match(resto):
        raise ValorNoValido(f"{_citar(texto)} tiene más de tres números; son dos o tres.")
    codigo = _unir(numeros, cuantos)
    nombre = limpio[fin:].lstrip(CIERRES)
    entero = _esta_entero(resto, cuantos, con_letra=letra is not None or es_de_resultado)
    if not entero or CIERRA.match(resto) is None or OTRO_PUNTO.match(resto):
        if cuantos == DE_RESULTADO and not nombre and OTRO_PUNTO.match(resto) is None:
            raise ValorNoValido(
                f"a {_citar(texto)} le falta el tercer número, como en 1.1.4; si es de un "
                f"resultado, escriba «{codigo}» o «{codigo}. Nombre»."
            )
        # Sin una palabra al comienzo, el nombre se leería como otro número del código.
        es_nombre = NOMBRE.match(nombre) and not OTRA_PARTE.match(nombre)
        como = f"«{codigo}. {nombre}»" if es_nombre else "«1.1.4. Nombre»"
        raise ValorNoValido(
            f"{_citar(texto)} no deja saber dónde termina el código; escríbalo como {como}."
        )
    if OTRO_CODIGO.match(resto.lstrip(" .:)|–—-")):
        raise ValorNoValido(f"{_citar(texto)} nombra más de un código; deje uno por fila.")
    return Codificado(codigo, nombre)


def _esta_entero(resto: str, cuantos: int, *, con_letra: bool) -> bool:
    """Si lo que sigue al código es su nombre, o nada, y no otra parte suya que no se leyó."""
    nombre = resto.lstrip(CIERRES)
    if OTRA_PARTE.match(nombre):
        return cuantos == DE_PRODUCTO and ORDINAL.match(nombre) is not None
    if cuantos == DE_PRODUCTO:
        # «1.1.4.٢», «1.1.4 ½»: una cifra que no es de las nuestras.
        return nombre[:1].isascii() or not nombre[:1].isnumeric()
    if not nombre:
        return con_letra or not resto.strip()
    con_cifra = CON_LETRA_Y_CIFRA if con_letra else CON_CIFRA
    return bool(NOMBRE.match(nombre) or con_cifra.match(resto))


def esta_roto(texto: str, codigo: str) -> bool:
    """Si el texto no escribe así ese código que se leyó en él.

    Lleva dentro espacios de más, un punto de menos o caracteres que no son los suyos.
    """
    entero = ENTERO.match(texto.strip())
    return entero is None or ".".join(str(int(n)) for n in entero[2].split(".")) != codigo


def _cuantos(texto: str, parecido: str, numeros: re.Match[str], letra: str) -> int:
    """De cuántos números es el código: lo dice la letra o, si no, cómo está escrito."""
    separa, tercero = numeros[3], numeros[4]
    escritos = DE_RESULTADO if tercero is None else DE_PRODUCTO
    if letra:
        pedidos = NUMEROS_DE[letra.lower().removeprefix("i")[0]]
        if pedidos > escritos or (pedidos < escritos and separa == "."):
            raise ValorNoValido(
                f"{_citar(texto)} dice «{letra}», que lleva {pedidos} números, y tiene {escritos}."
            )
        return pedidos
    if tercero is None or separa == ".":
        return escritos
    resto = parecido[numeros.end() :]
    if not resto or re.match(r"\s*[.:)|–—-](?!\d)|\s*$", resto):
        return escritos
    corto, largo = _unir(numeros, DE_RESULTADO), _unir(numeros, DE_PRODUCTO)
    raise ValorNoValido(
        f"{_citar(texto)} no deja saber si el código es {corto} o {largo}; escriba "
        f"«{largo}. {resto.lstrip(CIERRES)}» o «{corto}: {parecido[numeros.start(4) :]}»."
    )


@cache
def _parecido(caracter: str) -> str:
    """El carácter, o el del teclado al que se parece."""
    como = como_codigo(caracter)
    return como if len(como) == 1 else caracter


def _unir(numeros: re.Match[str], cuantos: int) -> str:
    return ".".join(str(int(n)) for n in numeros.group(1, 2, 4)[:cuantos])


def _citar(texto: str) -> str:
    visto = visible(texto)
    return f"«{visto if len(visto) <= MAX_MOSTRADO else visto[: MAX_MOSTRADO - 1] + '…'}»"
