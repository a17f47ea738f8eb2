"""Las palabras que hay en el tablero, y cuáles se parecen a una mal escrita."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from tablero.busqueda.palabras import raiz

LARGO_DE_UN_COMIENZO = 2
"""De una sola letra no se busca lo que empieza así: empieza casi todo."""
LARGO_DE_UN_ERROR = 4
LARGO_DE_DOS_ERRORES = 6
CERCANAS = 3
"""Cuántas, a lo sumo, se buscan en lugar de la que no está."""


class Vocabulario:
    """Palabras en plano, con cuántos documentos la tienen y cómo se escribe."""

    def __init__(self, palabras: Mapping[str, tuple[int, str]]) -> None:
        self._veces = {plana: veces for plana, (veces, _) in palabras.items()}
        self._escritas = {p: escrita for p, (_, escrita) in palabras.items() if escrita != p}
        self._en_orden = sorted(self._veces)
        self._raices = {raiz(plana) for plana in self._veces}
        self._letras = {plana: _letras(plana) for plana in self._veces if plana.isalpha()}

    def __len__(self) -> int:
        return len(self._veces)

    def veces(self, plana: str) -> int:
        """En cuántos documentos está."""
        return self._veces.get(plana, 0)

    def escrita(self, plana: str) -> str:
        """Como se escribe: «cucuta» → «cúcuta»."""
        return self._escritas.get(plana, plana)

    def conoce(self, plana: str) -> bool:
        """Si está, o empieza alguna que está, o tiene la raíz de una."""
        if len(plana) < LARGO_DE_UN_COMIENZO:
            return plana in self._veces
        lugar = bisect_left(self._en_orden, plana)
        empieza = lugar < len(self._en_orden) and self._en_orden[lugar].startswith(plana)
        return empieza or raiz(plana) in self._raices

    def cercanas(self, plana: str, errores: int = 2) -> tuple[str, ...]:
        """Las más parecidas a una que no está, hasta a esos errores; con números, ninguna.

        Un error es una letra de más, de menos, cambiada, o dos vecinas al revés. A igual distancia
        va antes la que empieza igual y la que está en más documentos.
        """
        if len(plana) < LARGO_DE_UN_ERROR or not plana.isalpha():
            return ()
        tope = min(errores, 1 if len(plana) < LARGO_DE_DOS_ERRORES else 2)
        letras = _letras(plana)
        halladas = [
            (cuanto, otra)
            for otra, suyas in self._letras.items()
            if abs(len(otra) - len(plana)) <= tope
            and (letras ^ suyas).bit_count() <= 2 * tope
            and (cuanto := distancia(plana, otra, tope)) <= tope
        ]
        if not halladas:
            return ()
        menor = min(cuanto for cuanto, _ in halladas)
        mejores = [otra for cuanto, otra in halladas if cuanto == menor]
        mejores.sort(key=lambda o: (o[0] != plana[0], -self._veces[o], o))
        return tuple(mejores[:CERCANAS])


def distancia(una: str, otra: str, tope: int) -> int:
    """Cuántos errores separan dos palabras; `tope + 1` si son más que `tope`."""
    antes: list[int] = []
    fila = list(range(len(otra) + 1))
    for i, letra in enumerate(una, start=1):
        de_antes, antes, fila = antes, fila, [i]
        for j, suya in enumerate(otra, start=1):
            costo = min(antes[j] + 1, fila[j - 1] + 1, antes[j - 1] + (letra != suya))
            if i > 1 and j > 1 and letra == otra[j - 2] and una[i - 2] == suya:
                costo = min(costo, de_antes[j - 2] + 1)
            fila.append(costo)
        if min(fila) > tope:
            return tope + 1
    return min(fila[-1], tope + 1)


def contar(documentos: Iterable[Mapping[str, str]]) -> dict[str, tuple[int, str]]:
    """En cuántos documentos está cada palabra y cómo se escribe la primera vez con tilde.

    Cada documento es sus palabras: plano → como está escrita.
    """
    conteo: dict[str, tuple[int, str]] = {}
    for documento in documentos:
        for plana, escrita in documento.items():
            veces, anterior = conteo.get(plana, (0, plana))
            conteo[plana] = veces + 1, escrita if anterior == plana else anterior
    return conteo


def _letras(plana: str) -> int:
    """Un bit por letra que la palabra tiene."""
    bits = 0
    for letra in plana:
        bits |= 1 << (ord(letra) - ord("a"))
    return bits
