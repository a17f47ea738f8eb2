"""Cómo se lee un texto: una vez y siempre igual.

Venga de una celda, de la dirección o de un buscador. Un texto pegado de Word, de un PDF o de una
página trae caracteres que no se ven (espacios duros, de ancho cero, guiones discrecionales) y otros
que se ven igual sin serlo. `limpiar` los vuelve los de siempre; `codigo` hace lo mismo, y más, con
lo que identifica; `plano` sirve para comparar y buscar; `visible` los muestra por su nombre.
"""

import re
import unicodedata

NOMBRES = {
    "\t": "tabulador",
    "\n": "salto de línea",
    "\x0b": "salto de línea",
    "\x0c": "salto de página",
    "\r": "retorno de carro",
    "\x85": "salto de línea",
    "\u00a0": "espacio duro",
    "\u00ad": "guion discrecional",
    "\u2007": "espacio de cifra",
    "\u2009": "espacio fino",
    "\u200a": "espacio finísimo",
    "\u200b": "espacio de ancho cero",
    "\u200c": "separador de ancho cero",
    "\u200d": "unión de ancho cero",
    "\u200e": "marca de izquierda a derecha",
    "\u200f": "marca de derecha a izquierda",
    "\u2010": "guion tipográfico",
    "\u2011": "guion duro",
    "\u2028": "salto de línea",
    "\u2029": "salto de párrafo",
    "\u202f": "espacio fino duro",
    "\u2060": "unión de palabras",
    "\u2800": "espacio en blanco de braille",
    "\ufeff": "marca de orden de bytes",
}
"""Los que suelen traer los textos pegados; los demás se nombran por su código: `U+2003`."""

SALTOS = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
BLANCOS = "\t\x1f\u2800"
"""Los que separan palabras sin ser de la categoría «espacio» de Unicode."""
SIN_ANCHO = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""No ocupan lugar en la pantalla, sin ser de las categorías «formato» ni «control»."""
VARIANTES = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Los que piden otra forma del carácter anterior; no se ven."""

GUIONES = dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-")
COMAS = dict.fromkeys("\u201a\u066b\ufe50\uff0c", ",")
GUIONES_DE_CODIGO = dict.fromkeys("\u2012\u2013\u2014\u2015\u2212\u2043\u02d7", "-")
"""Rayas y menos: en una frase dicen algo; en un código son un guion mal escrito."""
PUNTOS_DE_CODIGO = dict.fromkeys("\u00b7\u2024\u2027\u2219\uff0e\ufe52\u3002", ".")
COMAS_DE_CODIGO = dict.fromkeys("\u201b\u02cf\u060c\u3001\ufe51", ",")

PALABRA = re.compile(r"[a-z0-9]+")


def limpiar(texto: str, *, parrafos: bool = False) -> str:
    """El texto con cada letra acentuada en un solo carácter, sin nada invisible ni espacios de más.

    Los espacios de toda clase y los saltos de línea quedan en un solo espacio; con `parrafos`, los
    saltos se conservan, uno por cambio de renglón. Los guiones y comas que solo parecen serlo se
    vuelven los del teclado. «\u00a0Villa \u00a0del\u200b Rosario» → «Villa del Rosario».
    """
    junto = unicodedata.normalize("NFC", "".join(map(_sin_rareza, texto)))
    renglones = (" ".join(renglon.split(" ")).split() for renglon in junto.split("\n"))
    unidos = [" ".join(palabras) for palabras in renglones if palabras]
    return ("\n" if parrafos else " ").join(unidos)


def codigo(texto: str) -> str:
    """Un código o una clave: además de limpio, con los guiones, puntos y cifras del teclado.

    «1․1․１» → «1.1.1». No quita ni pone cifras: dice lo mismo, escrito como siempre.
    """
    anchos = unicodedata.normalize("NFKC", limpiar(texto))
    tabla = GUIONES_DE_CODIGO | PUNTOS_DE_CODIGO | COMAS_DE_CODIGO
    return limpiar("".join(tabla.get(c, c) for c in anchos))


def plano(texto: str) -> str:
    """Para comparar y buscar: sin tildes, mayúsculas ni signos: «Bogotá, D.C.» → «bogota d c»."""
    separado = unicodedata.normalize("NFKD", limpiar(texto)).casefold()
    # Otra vez: `casefold` puede dejar acentos sueltos («İ»).
    sin_tildes = "".join(
        c for c in unicodedata.normalize("NFKD", separado) if not unicodedata.combining(c)
    )
    return " ".join(PALABRA.findall(sin_tildes))


def visible(texto: str) -> str:
    """El texto con lo que no se ve por su nombre: «José⟨espacio duro⟩de Cúcuta».

    También señala dos espacios seguidos y los de los extremos, que tampoco se notan.
    """
    nombrados = "".join(f"⟨{nombre_de(c)}⟩" if es_invisible(c) else c for c in texto)
    nombrados = re.sub(r"^ +| +$", "⟨espacio de más⟩", nombrados)
    return re.sub(r" {2,}", "⟨doble espacio⟩", nombrados)


def es_invisible(caracter: str) -> bool:
    """Si no se ve o se ve como otro: los espacios que no son el de siempre y lo que no ocupa."""
    return caracter in SALTOS or _sin_rareza(caracter) != caracter


def nombre_de(caracter: str) -> str:
    """Cómo se llama un carácter que no se ve: «espacio duro», o su código, `U+2003`."""
    return NOMBRES.get(caracter, f"U+{ord(caracter):04X}")


def que_cambio(texto: str) -> tuple[str, ...]:
    """Lo que `limpiar` quita o cambia, por su nombre y sin repetir; vacío si no cambia nada."""
    raros = [nombre_de(c) for c in texto if es_invisible(c)]
    if re.search(r" {2,}", texto.strip(" ")):
        raros.append("doble espacio")
    if texto != texto.strip(" "):
        raros.append("espacio en un extremo")
    if not raros and limpiar(texto) != texto:
        raros.append("acento escrito aparte de su letra")
    return tuple(dict.fromkeys(raros))


def _sin_rareza(caracter: str) -> str:
    """El mismo, el que le corresponde en un teclado, o nada si no tiene ancho."""
    if caracter <= "~" and caracter >= " ":
        return caracter
    if caracter in SALTOS:
        return "\n"
    categoria = unicodedata.category(caracter)
    if categoria == "Zs" or caracter in BLANCOS:
        return " "
    if categoria in ("Cf", "Cc") or caracter in SIN_ANCHO or _es_variante(caracter):
        return ""
    return GUIONES.get(caracter) or COMAS.get(caracter) or caracter


def _es_variante(caracter: str) -> bool:
    return any(ord(caracter) in variantes for variantes in VARIANTES)
