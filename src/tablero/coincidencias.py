"""Qué responde a unas palabras, primero lo que responde mejor: una sola regla para todo buscador.

Quien escribe «salud mental» y no halla las dos debe hallar lo que tiene una, y saberlo.
"""

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from tablero.texto import plano

VACIAS = frozenset({"a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "o", "para"})
VACIAS |= {"por", "que", "se", "sin", "un", "una", "y"}
"""Están en muchos textos: que una coincida no dice nada."""
PREGUNTAS = """
como cual cuales cuando cuanta cuantas cuanto cuantos donde quien quienes cuyo va van iba fue
era hay es son esta estan este estos estas esa ese eso esos ser estar tiene tienen tengo hace
hacen hizo dice dicen dijo sabe saben pasa paso puedo puede quiero necesito ver muestra muestre
muestrame mostrar buscar busque encontrar dar deme dime di favor me mi nos nuestro su sus le les
lo se si no ni e u ya muy mas menos tambien sobre acerca entre desde hasta segun sin ante tras
otro otra otros otras cada unos unas hola gracias
"""
"""Las palabras con que se pregunta: no dicen de qué."""
SIN_PESO = VACIAS | frozenset(PREGUNTAS.split())
NUMEROS = {2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis"}

Clave = TypeVar("Clave", bound=Hashable)


@dataclass(frozen=True)
class Halladas(Generic[Clave]):
    """Las claves que responden, de la mejor a la peor, y a cuántas de las palabras pedidas."""

    claves: tuple[Clave, ...] = ()
    pedidas: int = 0
    tienen: int = 0
    """Las que tiene la mejor; menos que las pedidas si ninguna las tiene todas."""

    @property
    def completas(self) -> bool:
        """Si la mejor tiene todas las palabras."""
        return bool(self.claves) and self.tienen == self.pedidas

    def aviso(self, cosa: str) -> str:
        """«Ningún producto tiene las dos palabras; estos tienen una.»; vacío si alguno las tiene.

        `cosa` es un nombre masculino en singular.
        """
        if self.completas or not self.claves:
            return ""
        todas = NUMEROS.get(self.pedidas, str(self.pedidas))
        tienen = NUMEROS.get(self.tienen, str(self.tienen))
        estos = "estos tienen una" if self.tienen == 1 else f"los primeros tienen {tienen}"
        return f"Ningún {cosa} tiene las {todas} palabras; {estos}."


def palabras_de(texto: str, largo: int = 1) -> tuple[str, ...]:
    """Las palabras por las que se busca: sin las vacías ni las de menos letras que `largo`."""
    todas = dict.fromkeys(plano(texto).split())
    return tuple(p for p in todas if len(p) >= largo and p not in VACIAS)


def hallar(
    palabras: Mapping[Clave, Collection[str]], texto: str, largo: int = 1
) -> Halladas[Clave]:
    """Las claves cuyas palabras (en plano) responden al texto, en cualquier orden.

    Primero las que tienen todas las pedidas, enteras; después, aquellas en que cada pedida empieza
    una suya (o es su plural). Si ninguna, las que responden a más palabras, y así hasta una. A
    igualdad, en el orden en que vienen.
    """
    pedidas = palabras_de(texto, largo)
    if not pedidas:
        return Halladas()
    grados: list[tuple[int, int, Clave]] = []
    for clave, suyas in palabras.items():
        comienzos = sum(any(_responde(s, p) for s in suyas) for p in pedidas)
        if comienzos:
            grados.append((comienzos, sum(p in suyas for p in pedidas), clave))
    grados.sort(key=lambda g: (-g[0], -g[1]))
    tienen = grados[0][0] if grados else 0
    sirven = [g for g in grados if tienen < len(pedidas) or g[0] == tienen]
    return Halladas(tuple(clave for *_, clave in sirven), len(pedidas), tienen)


def _responde(suya: str, pedida: str) -> bool:
    """Si la pedida empieza la suya, o es su plural: «migrantes» halla «migrante»."""
    return suya.startswith(pedida) or pedida in (f"{suya}s", f"{suya}es")
