"""Lo que queda fuera de una suma por no tener dato, y la frase que lo dice al lado de la cifra."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum
from typing import Self, TypedDict

from tablero.filas import Fila
from tablero.formato import contar, enumerar, porcentaje
from tablero.modelo.base import derivada
from tablero.modelo.columnas import Declarada

PRODUCTOS, PESO = "productos_sin_dato", "peso_sin_dato_pct"
FILAS, PESO_DE_FILAS = "filas_sin_codigo", "peso_sin_codigo_pct"
SIN_PESO = "fuera_sin_peso"
"""Las columnas que lo llevan en las tablas de la política."""


class FueraDeProductos(TypedDict):
    """Las columnas de un objetivo o de un resultado: una fila sin código no es de ninguno."""

    productos_sin_dato: int
    peso_sin_dato_pct: float
    fuera_sin_peso: int


class FueraDeLaPolitica(FueraDeProductos):
    """Las columnas de toda la política."""

    filas_sin_codigo: int
    peso_sin_codigo_pct: float


@dataclass(frozen=True)
class Fuera:
    """Los productos que no suman al avance ni a la trayectoria, porque les falta un dato.

    Los pesos van en % de la política y no se reescalan.
    """

    productos: int = 0
    peso_pct: float = 0.0
    """Lo que pesan, de lo que se puede leer."""
    filas: int = 0
    """Filas del libro sin un código que se pueda leer: no se sabe de qué producto son."""
    filas_peso_pct: float = 0.0
    sin_peso: int = 0
    """De todos ellos, los que no tienen una ponderación que se pueda leer."""

    @classmethod
    def contar(cls, pesos: Iterable[float | None], filas: Iterable[float | None] = ()) -> Self:
        """De los pesos de esos productos y de esas filas; `None` si no se sabe cuánto pesan."""
        de_productos, de_filas = list(pesos), list(filas)
        return cls(
            len(de_productos),
            fsum(p for p in de_productos if p is not None),
            len(de_filas),
            fsum(p for p in de_filas if p is not None),
            sum(p is None for p in (*de_productos, *de_filas)),
        )

    @classmethod
    def de_fila(cls, fila: Fila) -> Self:
        """De las columnas de una fila; las que no trae, o trae vacías, no dejan nada fuera."""
        valores = (fila.get(c) for c in (PRODUCTOS, PESO, FILAS, PESO_DE_FILAS, SIN_PESO))
        productos, peso, filas, peso_de_filas, sin_peso = (
            0 if valor is None or valor != valor else valor  # noqa: PLR0124 - NaN
            for valor in valores
        )
        return cls(int(productos), float(peso), int(filas), float(peso_de_filas), int(sin_peso))

    @property
    def de_productos(self) -> FueraDeProductos:
        """En columnas, sin las filas que no se sabe de qué producto son."""
        return {
            "productos_sin_dato": self.productos,
            "peso_sin_dato_pct": self.peso_pct,
            "fuera_sin_peso": self.sin_peso,
        }

    @property
    def columnas(self) -> FueraDeLaPolitica:
        """En columnas."""
        return {
            **self.de_productos,
            "filas_sin_codigo": self.filas,
            "peso_sin_codigo_pct": self.filas_peso_pct,
        }

    def __bool__(self) -> bool:
        """Verdadero si algo falta en la suma."""
        return bool(self.productos or self.filas)

    @property
    def frase(self) -> str:
        """«Fuera de la suma, sin dato: 2 productos (4,00 % del peso de la política).»

        Vacía si todo suma.
        """
        return f"Fuera de la suma, sin dato: {self.lista}." if self else ""

    @property
    def cuenta(self) -> str:
        """«3 productos y 1 fila»; vacía si todo suma."""
        return enumerar([f"{numero} {que}" for numero, que, _ in self._partes])

    @property
    def breve(self) -> str:
        """«Fuera: 3 productos, 25,00 %; 1 fila, 10,00 %», para una celda."""
        dichos = [
            f"{numero} {que}" + (f", {porcentaje(peso)}" if peso or not self.sin_peso else "")
            for numero, que, peso in self._partes
        ]
        return f"Fuera: {'; '.join(dichos)}" if dichos else ""

    @property
    def corta(self) -> str:
        """« (fuera de la suma, 3 productos y 1 fila)», para un título; vacía si todo suma."""
        return f" (fuera de la suma, {self.cuenta})" if self else ""

    @property
    def _partes(self) -> list[tuple[int, str, float]]:
        """Cuántos, de qué y lo que pesan, de lo que no sea cero."""
        todas = (
            (self.productos, "producto", "productos", self.peso_pct),
            (self.filas, "fila", "filas", self.filas_peso_pct),
        )
        return [(n, una if n == 1 else varias, peso) for n, una, varias, peso in todas if n]

    @property
    def lista(self) -> str:
        """«2 productos (4,00 % del peso de la política) y 1 fila sin código legible (3,00 %…)»."""
        partes = []
        if self.productos:
            partes.append(
                contar(self.productos, "producto", "productos") + self._peso(self.peso_pct)
            )
        if self.filas:
            partes.append(
                contar(self.filas, "fila sin código legible", "filas sin código legible")
                + self._peso(self.filas_peso_pct)
            )
        resto = ""
        if self.sin_peso == self.productos + self.filas:
            resto = ", sin peso legible" if partes else ""
        elif self.sin_peso:
            resto = f"; de ellos, {self.sin_peso} sin peso legible"
        return f"{enumerar(partes)}{resto}"

    def _peso(self, peso_pct: float) -> str:
        """Entre paréntesis; nada si de ninguno se sabe."""
        if self.sin_peso and not peso_pct:
            return ""
        return f" ({porcentaje(peso_pct)} del peso de la política)"


def por_partes(partes: Iterable[tuple[str, Fuera]]) -> str:
    """«Fuera de la suma, sin dato: en el objetivo 1, 1 producto (…); …»: dónde, y qué falta allí.

    Vacía si todo suma.
    """
    dichos = [f"{donde}, {fuera.lista}" for donde, fuera in partes if fuera]
    return f"Fuera de la suma, sin dato: {'; '.join(dichos)}." if dichos else ""


def productos() -> Declarada:
    """Declara cuántos productos no suman; vacía donde nada se calcula."""
    return derivada(
        "Productos fuera de la suma",
        "No suman al avance ni a la trayectoria calculados, por no tener dato.",
        unidad="productos",
        default=None,
        ge=0,
    )


def peso() -> Declarada:
    """Declara cuánto pesan esos productos."""
    return derivada(
        "Peso fuera de la suma",
        "Lo que pesan en la política, de lo que se puede leer; no se reescala.",
        unidad="%",
        default=None,
    )


def filas() -> Declarada:
    """Declara cuántas filas no se sabe de qué producto son."""
    return derivada(
        "Filas sin código legible",
        "Filas del libro que no se sabe de qué producto son: tampoco suman.",
        unidad="filas",
        default=None,
        ge=0,
    )


def peso_de_filas() -> Declarada:
    """Declara cuánto pesan esas filas."""
    return derivada(
        "Peso de las filas sin código",
        "El peso de esas filas, de lo que se puede leer.",
        unidad="%",
        default=None,
    )


def sin_peso() -> Declarada:
    """Declara cuántos de los que no suman tampoco dicen cuánto pesan."""
    return derivada(
        "Fuera y sin peso",
        "De los que quedan fuera, los que no tienen un peso legible.",
        default=None,
        ge=0,
    )


def aporte(a_que: str) -> str:
    """La descripción de lo que un producto, o un grupo de ellos, suma."""
    return f"Puntos que suma {a_que} de la política; vacía si queda fuera de la suma."
