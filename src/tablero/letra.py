"""Los signos que la letra del papel no tiene, cambiados por uno cercano que sí, y contados.

Un texto pegado de Word trae viñetas de otra letra (U+F0B7), emojis o alfabetos que la del papel no
dibuja: sin esto, un solo signo dejaría sin hacer el PDF entero. Qué signos hay se lee de los
archivos de la letra: cambiarla por otra no pide tocar nada aquí.
"""

import struct
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from tablero.formato import contar, enumerar
from tablero.un_json import Json

VINETA, SIN_PARECIDO = "•", "☐"
CERCANOS = {
    **dict.fromkeys("●○◦◯⚫⚪★☆✦✧⭐‣⁃⁍⦁⦿🔹🔸🔵🔴🟢🟡🟠", VINETA),
    **dict.fromkeys("▪◾◼⬛", "■"),
    **dict.fromkeys("□▫◽◻⬜❑❒▢", "☐"),
    **dict.fromkeys("❖◇🔷🔶", "◆"),
    **dict.fromkeys("➢➣➤►▸", "▶"),
    **dict.fromkeys("✅✔☑✓🗸🗹", "✓"),
    **dict.fromkeys("❌✖✕✗✘❎☒", "×"),
    **dict.fromkeys("→➔➜➡⇒⟶🡒", "→"),
    **dict.fromkeys("←⬅⇐⟵", "←"),
    **dict.fromkeys("‑‒﹣－", "-"),
    **dict.fromkeys("″〞＂", '"'),
    **dict.fromkeys("′＇", "'"),
    "≅": "≈",
    "∕": "/",
    "∶": ":",
    "⋅": "·",
    "№": "N.º",
    "℃": "°C",
    "☎": "tel.",
    "📞": "tel.",
}
"""Signo → el que más se le parece; si la letra tampoco lo tiene, el de su clase."""
DE_WORD = {
    0xB0: "°",
    0xB1: "±",
    0xA3: "≤",
    0xB3: "≥",
    0xB9: "≠",
    0xD7: "·",
    0xDF: "←",
    0xE0: "→",
    0xE8: "→",
    0xFB: "×",
    0xFC: "✓",
    0xFE: "✓",
}
"""Lo que Word guarda de las letras Symbol y Wingdings, en U+F000 a U+F0FF; lo demás son viñetas."""
EN_LUGAR_DE = {SIN_PARECIDO: "?", VINETA: "·", **dict.fromkeys("✓■◆▶→←", VINETA), "×": "x"}
"""El segundo parecido, si otra letra no tuviera el primero."""
SE_DEJAN = frozenset("\n\u00ad\u200b")
"""El salto de línea y los lugares donde una palabra se puede partir."""
NO_SON_TEXTO = frozenset({"svg", "simbolo"})
"""Lo que no se escribe con la letra: un dibujo ya hecho y el nombre de una forma."""
PARES_NOMBRADOS = 8
CORTES = ("Regular", "Semibold", "Bold", "It")
"""Los de la letra del papel que se usan."""

Cambio = tuple[str, str]
"""Un signo y el que se puso en su lugar."""


class Letra:
    """Los signos que tienen unos archivos de letra (OpenType): alguno de ellos.

    El que le falta a un corte (la cursiva) lo dibuja otro de la misma letra.
    """

    def __init__(self, archivos: Iterable[bytes]) -> None:
        self.signos = frozenset[int]().union(*map(signos_de, archivos))
        self._cercano = cache(self._buscar)

    def escribible(self, texto: str, cambios: Counter[Cambio] | None = None) -> str:
        """El texto con solo signos que la letra tiene; anota en `cambios` los que cambió.

        Los saltos de línea quedan; los demás signos de control y los que no se ven se quitan.
        """
        if texto.isascii() and texto.isprintable():
            return texto
        limpio = []
        for signo in unicodedata.normalize("NFC", texto):
            cercano = self._cercano(signo)
            if cercano != signo and cambios is not None and cercano.strip():
                cambios[(signo, cercano)] += 1
            limpio.append(cercano)
        hecho = "".join(limpio)
        # Sin el que había entre una letra y su acento, se juntan en un signo que hay que mirar.
        return hecho if hecho == texto else self.escribible(hecho, cambios)

    def en_todo(self, valor: Json, cambios: Counter[Cambio]) -> Json:
        """Lo mismo en cada texto de un valor con listas y diccionarios."""
        if isinstance(valor, str):
            return self.escribible(valor, cambios)
        if isinstance(valor, Mapping):
            return {
                clave: v if clave in NO_SON_TEXTO else self.en_todo(v, cambios)
                for clave, v in valor.items()
            }
        if isinstance(valor, list | tuple):
            return [self.en_todo(v, cambios) for v in valor]
        return valor

    def _tiene(self, texto: str) -> bool:
        return all(ord(c) in self.signos for c in texto)

    def _buscar(self, signo: str) -> str:
        if signo in SE_DEJAN:
            return signo
        if unicodedata.category(signo) in ("Cc", "Cf") or _es_variante(signo):
            return " " if signo.isspace() else ""
        if ord(signo) in self.signos:
            return signo
        if signo.isspace():
            return " "
        if 0xF000 <= ord(signo) <= 0xF0FF:  # noqa: PLR2004 - donde Word pone sus letras de signos
            propuesta = DE_WORD.get(ord(signo) & 0xFF, VINETA)
        elif unicodedata.combining(signo):
            return ""
        else:
            propuesta = CERCANOS.get(signo) or self._descompuesto(signo) or SIN_PARECIDO
        while not self._tiene(propuesta):
            propuesta = EN_LUGAR_DE.get(propuesta, SIN_PARECIDO)
        return propuesta

    def _descompuesto(self, signo: str) -> str:
        """Lo que queda de un signo compuesto (una letra con acento raro, un número en círculo)."""
        partes = unicodedata.normalize("NFKD", signo)
        sueltas = "".join(c for c in partes if not unicodedata.combining(c))
        return sueltas if sueltas != signo and self._tiene(sueltas) else ""


def archivos_del_papel() -> Iterator[tuple[str, bytes]]:
    """Cada archivo de la letra del papel (Source Sans Pro 2.020, SIL OFL), con su nombre.

    Son los que trae el programa, en `letra_del_papel/`, con su licencia al lado.
    """
    origen = files("tablero") / "letra_del_papel"
    for corte in CORTES:
        nombre = f"SourceSansPro-{corte}.otf"
        yield nombre, (origen / nombre).read_bytes()


@cache
def del_papel() -> Letra:
    """Los signos que la letra del papel sabe dibujar."""
    return Letra(contenido for _, contenido in archivos_del_papel())


def frase(cambios: Mapping[Cambio, int], de_que: str = "PDF") -> str:
    """«3 signos que la letra del PDF no tiene se cambiaron: ● por •», o vacío si no hubo."""
    if not cambios:
        return ""
    cuantos = contar(
        sum(cambios.values()),
        f"signo que la letra del {de_que} no tiene se cambió",
        f"signos que la letra del {de_que} no tiene se cambiaron",
    )
    return f"{cuantos}: {pares(cambios)}."


def pares(cambios: Mapping[Cambio, int]) -> str:
    """«● por • y ▪ por ■»: cada signo y el que va en su lugar; primero, el que más se repite."""
    dichos = [
        f"{_nombrar(antes)} por {despues}"
        for (antes, despues), _ in sorted(cambios.items(), key=lambda c: (-c[1], c[0]))
    ]
    sobran = len(dichos) - PARES_NOMBRADOS
    otros = [contar(sobran, "más", "más")] if sobran > 0 else []
    return enumerar([*dichos[:PARES_NOMBRADOS], *otros])


def _nombrar(signo: str) -> str:
    """El signo; si es de los que cada programa dibuja a su modo, también su código."""
    if unicodedata.category(signo) in ("Co", "Cn", "Cs"):
        return f"U+{ord(signo):04X}"
    return signo


def _es_variante(signo: str) -> bool:
    """Los que piden otra forma del signo anterior, como la de color de un emoji."""
    return "\ufe00" <= signo <= "\ufe0f" or "\U000e0100" <= signo <= "\U000e01ef"


def signos_de(letra: bytes) -> frozenset[int]:
    """Los códigos que dibuja un archivo OpenType: los de su tabla `cmap`.

    Formatos 4 y 12, los de Unicode: https://learn.microsoft.com/typography/opentype/spec/cmap
    """
    (tablas,) = struct.unpack_from(">H", letra, 4)
    for i in range(tablas):
        etiqueta, _, inicio, _ = struct.unpack_from(">4sIII", letra, 12 + 16 * i)
        if etiqueta == b"cmap":
            break
    else:
        raise ValueError("no es una letra OpenType: no tiene tabla cmap")
    (cuantas,) = struct.unpack_from(">H", letra, inicio + 2)
    signos: set[int] = set()
    for i in range(cuantas):
        _, _, lugar = struct.unpack_from(">HHI", letra, inicio + 4 + 8 * i)
        signos |= _de_subtabla(letra, inicio + lugar)
    return frozenset(signos)


def _de_subtabla(letra: bytes, inicio: int) -> set[int]:
    (formato,) = struct.unpack_from(">H", letra, inicio)
    if formato == 4:  # noqa: PLR2004 - el número del formato
        return _formato_4(letra, inicio)
    if formato == 12:  # noqa: PLR2004
        (grupos,) = struct.unpack_from(">I", letra, inicio + 12)
        tramos = struct.iter_unpack(">III", letra[inicio + 16 : inicio + 16 + 12 * grupos])
        return {c for primero, ultimo, _ in tramos for c in range(primero, ultimo + 1)}
    return set()


def _formato_4(letra: bytes, inicio: int) -> set[int]:
    (doble,) = struct.unpack_from(">H", letra, inicio + 6)
    tramos = doble // 2

    def leer(lugar: int, clase: str = "H") -> tuple[int, ...]:
        return struct.unpack_from(f">{tramos}{clase}", letra, lugar)

    finales = leer(inicio + 14)
    comienzos = leer(inicio + 16 + doble)
    sumas = leer(inicio + 16 + 2 * doble)
    lugar_de_saltos = inicio + 16 + 3 * doble
    saltos = leer(lugar_de_saltos)
    signos = set()
    for i, (primero, ultimo) in enumerate(zip(comienzos, finales, strict=True)):
        for codigo in range(primero, min(ultimo, 0xFFFE) + 1):
            if saltos[i]:
                donde = lugar_de_saltos + 2 * i + saltos[i] + 2 * (codigo - primero)
                (dibujo,) = struct.unpack_from(">H", letra, donde)
            else:
                dibujo = (codigo + sumas[i]) & 0xFFFF
            if dibujo:
                signos.add(codigo)
    return signos
