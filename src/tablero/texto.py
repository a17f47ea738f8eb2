"""Cómo se lee un texto: una vez y siempre igual.

Venga de una celda, de la dirección o de un buscador. Un texto pegado de Word, de un PDF o de una
página trae caracteres que no se ven (espacios duros, de ancho cero, guiones discrecionales) y otros
que se ven igual sin serlo. `limpiar` los vuelve los de siempre; `codigo` hace lo mismo, y más, con
lo que identifica; `plano` sirve para comparar y buscar; `visible` los muestra por su nombre.
"""

import html
import re
import unicodedata
from functools import cache, lru_cache

NOMBRES = {
    "\t": "tabulador",
    "\n": "salto de línea",
    "\x0b": "salto de línea",
    "\x0c": "salto de página",
    "\r": "retorno de carro",
    "\x85": "salto de línea",
    "\u00a0": "espacio duro",
    "\u00ad": "guion discrecional",
    "\u2002": "espacio de media raya",
    "\u2003": "espacio de raya",
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
    "\u202d": "orden de escribir de izquierda a derecha",
    "\u202e": "orden de escribir de derecha a izquierda",
    "\u202f": "espacio fino duro",
    "\u2060": "unión de palabras",
    "\u2800": "espacio en blanco de braille",
    "\u3000": "espacio ideográfico",
    "\ufeff": "marca de orden de bytes",
    "\ufffc": "objeto incrustado",
    "\ufffd": "letra perdida",
}
"""Los que suelen traer los textos pegados; los demás se nombran por su código: `U+2004`."""
ACENTO_APARTE = "acento aparte"
DE_MAS = "⟨espacio de más⟩"

SALTOS = "\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029"
BLANCOS = "\t\x1f\u2800"
"""Los que separan palabras sin ser de la categoría «espacio» de Unicode."""
SIN_ANCHO = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc"
"""No ocupan lugar en la pantalla, sin ser de las categorías «formato» ni «control»."""
VARIANTES = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0))
"""Los que piden otra forma del carácter anterior; no se ven."""

GUIONES = dict.fromkeys("\u2010\u2011\ufe63", "-")
COMAS = dict.fromkeys("\u201a\u066b\ufe50", ",")
GUIONES_DE_CODIGO = dict.fromkeys("\u2012\u2013\u2014\u2015\u2212\u2043\u02d7\u00af", "-")
"""Rayas y menos: en una frase dicen algo; en un código son un guion mal escrito."""
PUNTOS_DE_CODIGO = dict.fromkeys("\u00b7\u2024\u2027\u2219\u22c5\ufe52\u3002", ".")
COMAS_DE_CODIGO = dict.fromkeys("\u201b\u02cf\u060c\u3001\ufe51", ",")
BARRAS_DE_CODIGO = dict.fromkeys("\u2044\u2215", "/")
DE_CODIGO = str.maketrans(GUIONES_DE_CODIGO | PUNTOS_DE_CODIGO | COMAS_DE_CODIGO | BARRAS_DE_CODIGO)

COMPATIBLES = {"<wide>", "<narrow>", "<font>"}
"""Las formas anchas, angostas y de fantasía de una letra, una cifra o un signo: «Ａ», «𝐀», «１»."""
SIN_DESCOMPONER = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
"""Letras latinas que Unicode no separa en letra y acento."""
ALFABETOS = {"CYRILLIC": "cirílica", "GREEK": "griega", "COPTIC": "copta", "ARMENIAN": "armenia"}
"""Los que tienen letras que se ven como las nuestras."""
LATINAS = (
    *("LATIN ", "MODIFIER LETTER ", "FEMININE ORDINAL", "MASCULINE ORDINAL", "MICRO SIGN"),
    "SUPERSCRIPT LATIN",
)
"""Cómo empieza el nombre de una letra que puede ir en un texto en español."""

DE_SIEMPRE = r"!-%'-~¡-¬®-ı‘’“”…•€"
DE_TECLADO = re.compile(rf"[{DE_SIEMPRE}–—]+(?: [{DE_SIEMPRE}–—]+)*")
"""Lo que ya está limpio, de una ojeada; lo demás se mira letra por letra."""
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""Como guarda Excel un carácter de control; otros programas lo copian así, tal cual."""
ENTIDAD = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""Como se escribe un carácter en una página: `&nbsp;`."""
PALABRA = re.compile(r"[a-z0-9]+")


def limpiar(texto: str, *, parrafos: bool = False) -> str:
    """El texto con cada letra acentuada en un solo carácter, sin nada invisible ni espacios de más.

    Los espacios de toda clase y los saltos de línea quedan en un solo espacio; con `parrafos`, los
    saltos se conservan, uno por cambio de renglón. Los guiones y comas que solo parecen serlo se
    vuelven los del teclado, y las letras pegadas, anchas o de fantasía, las de siempre.
    «\u00a0Villa \u00a0del\u200b Rosario» → «Villa del Rosario». Limpio ya, queda igual.
    """
    if esta_limpio(texto):
        return texto
    anterior = None
    while texto != anterior:  # un escape dentro de otro: «&amp;nbsp;»
        anterior, texto = texto, _una_vez(texto, parrafos=parrafos)
    return texto


def codigo(texto: str) -> str:
    """Un código o una clave: además de limpio, con los guiones, puntos y barras del teclado.

    «1․1․１» → «1.1.1». No quita ni pone cifras: la llamada de una nota («1.1.4²») sigue ahí, y no
    es un código.
    """
    limpio = limpiar(texto)
    return limpio if limpio.isascii() else limpiar(limpio.translate(DE_CODIGO))


@lru_cache(maxsize=8192)
def plano(texto: str) -> str:
    """Para comparar y buscar: sin tildes, mayúsculas ni signos: «Bogotá, D.C.» → «bogota d c»."""
    sin_numeritos = "".join(c for c in limpiar(texto) if unicodedata.category(c) != "No")
    separado = unicodedata.normalize("NFKD", sin_numeritos).casefold()
    # Otra vez: `casefold` puede dejar acentos sueltos («İ»).
    sin_tildes = "".join(
        c for c in unicodedata.normalize("NFKD", separado) if not unicodedata.combining(c)
    )
    return " ".join(PALABRA.findall(sin_tildes.translate(SIN_DESCOMPONER)))


def a_codigo(texto: str) -> str:
    """`Integración Social` → `integracion_social`; `2.1.3` → `2_1_3`."""
    return plano(texto).replace(" ", "_")


def esta_limpio(texto: str) -> bool:
    """Si, de una ojeada, `limpiar` lo dejaría igual; si dice que no, hay que mirarlo."""
    return DE_TECLADO.fullmatch(texto) is not None and "_x" not in texto


def esta_vacio(texto: str) -> bool:
    """Si no tiene nada que se vea."""
    return not texto or (not "!" <= texto[0] <= "~" and not limpiar(texto))


def ajenas(texto: str) -> tuple[str, ...]:
    """Las letras y cifras de otro alfabeto, que se ven como las nuestras: «Сentro», con С cirílica.

    Mirar un texto ya limpio: las anchas y las de fantasía no son ajenas.
    """
    if DE_TECLADO.fullmatch(texto):
        return ()
    return tuple(dict.fromkeys(c for c in texto if not c.isascii() and es_ajena(c)))


def decir_ajenas(texto: str) -> str:
    """«С cirílica, en «⟨С cirílica⟩entro»»: qué letras son ajenas y en qué palabra está la primera.

    Vacío si no hay ninguna.
    """
    letras = ajenas(texto)
    if not letras:
        return ""
    nombres = ", ".join(map(nombre_de, letras))
    palabra = next(p for p in texto.split() if letras[0] in p)
    return nombres if palabra == texto else f"{nombres}, en «{visible(palabra)}»"


def visible(texto: str) -> str:
    """El texto con lo que no se ve por su nombre: «José⟨espacio duro⟩de Cúcuta».

    También señala dos espacios seguidos y los de los extremos, que tampoco se notan, los acentos
    escritos aparte de su letra y las letras de otro alfabeto.
    """
    if DE_TECLADO.fullmatch(texto):
        return texto
    nombrados = "".join(f"⟨{nombre_de(c)}⟩" if es_invisible(c) else c for c in texto)
    medio = nombrados.strip(" ")
    antes, despues = nombrados.startswith(" "), bool(medio) and nombrados.endswith(" ")
    return DE_MAS * antes + re.sub(r" {2,}", "⟨doble espacio⟩", medio) + DE_MAS * despues


def es_invisible(caracter: str) -> bool:
    """Si no se ve, se ve como otro o cambia al limpiarlo."""
    if caracter.isascii() and caracter.isprintable():
        return False
    return (
        caracter in SALTOS
        or _de_siempre(caracter) != caracter
        or bool(unicodedata.combining(caracter))
        or es_ajena(caracter)
        or es_ilegible(caracter)
    )


@cache
def es_ajena(caracter: str) -> bool:
    """Si es una letra o una cifra que no es de nuestro alfabeto."""
    categoria = unicodedata.category(caracter)
    if categoria not in ("Ll", "Lu", "Lt", "Lo", "Lm", "Nl", "Nd"):
        return False
    if caracter.isascii() or _de_siempre(caracter) != caracter:
        return False
    return not unicodedata.name(caracter, "").startswith(LATINAS)


def es_ilegible(caracter: str) -> bool:
    """Si ningún programa lo muestra: de uso privado, sin asignar, o una letra que se perdió."""
    return caracter == "\ufffd" or not caracter.isprintable()


def nombre_de(caracter: str) -> str:
    """Cómo se llama un carácter que no se ve o que engaña: «espacio duro», «С cirílica», `U+2004`.

    El de una letra que se limpia lleva en qué queda: «ﬁ por fi».
    """
    if caracter in NOMBRES:
        return NOMBRES[caracter]
    if unicodedata.combining(caracter):
        return ACENTO_APARTE
    codigo_unicode = f"U+{ord(caracter):04X}"
    if es_ajena(caracter):
        de_que = ALFABETOS.get(unicodedata.name(caracter, "").partition(" ")[0])
        return f"{caracter} {de_que or codigo_unicode}"
    limpio = _de_siempre(caracter)
    return f"{caracter} por {limpio}" if limpio.strip() and limpio != caracter else codigo_unicode


def que_cambio(texto: str, *, es_codigo: bool = False) -> tuple[str, ...]:
    """Lo que `limpiar` (o `codigo`) quita o cambia, por su nombre y sin repetir; vacío si nada."""
    if (codigo if es_codigo else limpiar)(texto) == texto:
        return ()
    raros = [nombre_de(c) for c in texto if es_invisible(c)]
    if es_codigo:
        raros += [f"{c} por {DE_CODIGO[ord(c)]}" for c in texto if ord(c) in DE_CODIGO]
    raros += [f"«{h[0]}»" for h in (*ESCAPE.finditer(texto), *ENTIDAD.finditer(texto))]
    if re.search(r" {2,}", texto.strip(" ")):
        raros.append("doble espacio")
    if texto != texto.strip(" "):
        raros.append("espacio en un extremo")
    return tuple(dict.fromkeys(raros or ["letra escrita de otro modo"]))


def _una_vez(texto: str, *, parrafos: bool) -> str:
    texto = ENTIDAD.sub(_de_entidad, ESCAPE.sub(_de_escape, texto))
    junto = unicodedata.normalize("NFC", "".join(map(_de_siempre, texto)))
    renglones = (renglon.split(" ") for renglon in junto.split("\n"))
    unidos = (" ".join(filter(None, palabras)) for palabras in renglones)
    return ("\n" if parrafos else " ").join(filter(None, unidos))


@cache
def _de_siempre(caracter: str) -> str:
    """El mismo, el que le corresponde en un teclado, o nada si no tiene ancho."""
    if " " <= caracter <= "~":
        return caracter
    if caracter in SALTOS:
        return "\n"
    categoria = unicodedata.category(caracter)
    if categoria == "Zs" or caracter in BLANCOS:
        return " "
    if categoria in ("Cf", "Cc") or caracter in SIN_ANCHO or _es_variante(caracter):
        return ""
    return GUIONES.get(caracter) or COMAS.get(caracter) or _compatible(caracter)


def _compatible(caracter: str) -> str:
    """«ﬁ» → «fi», «Ⅳ» → «IV», «１» → «1»: lo que dice lo mismo con los caracteres de un teclado.

    No los numeritos («²») ni las fracciones: en un código serían otra cifra.
    """
    clase, _, _ = unicodedata.decomposition(caracter).partition(" ")
    es_letra = unicodedata.category(caracter) in ("Ll", "Lu", "Lt", "Lo", "Nl")
    if clase not in COMPATIBLES and not (clase == "<compat>" and es_letra):
        return caracter
    comun = unicodedata.normalize("NFKC", caracter)
    return comun if comun.isascii() else caracter


def _es_variante(caracter: str) -> bool:
    return any(ord(caracter) in variantes for variantes in VARIANTES)


def _de_escape(hallado: re.Match[str]) -> str:
    """El carácter de un escape de Excel, si es de los que no se ven; otro es parte del texto."""
    caracter = chr(int(hallado[1], 16))
    return caracter if _de_siempre(caracter) != caracter else hallado[0]


def _de_entidad(hallado: re.Match[str]) -> str:
    caracter = html.unescape(hallado[0])
    return hallado[0] if "\ufffd" in caracter else caracter


LETRAS_DE_UN_NOMBRE = 80
"""De cada parte del nombre de un archivo."""


def para_archivo(texto: str, *, guion: bool = False) -> str:
    """Minúsculas sin acentos, con guiones bajos en lugar de lo demás y sin pasarse de largo."""
    partes = re.split("[-–—]", texto) if guion else [texto]
    return "-".join(filter(None, map(a_codigo, partes)))[:LETRAS_DE_UN_NOMBRE].rstrip("_-")
