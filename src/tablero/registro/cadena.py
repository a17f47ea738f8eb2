"""La cadena: cada hecho lleva la huella del anterior, y la suya depende de las dos.

Quien cambie un hecho, o saque uno del medio, rompe la cadena en ese lugar. Quien la reescriba
entera, o le corte el final, cambia la última huella: por eso se imprime fuera de aquí.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

ORIGEN = "0" * 64
"""La huella anterior a la del primer hecho."""


@dataclass(frozen=True)
class Anotado:
    """Un hecho del registro."""

    numero: int
    cuando: str
    """UTC, ISO 8601."""
    quien: str
    hecho: str
    que: str
    sha256: str
    """La huella de lo que se hizo o entró; vacía si no es un archivo."""
    desde: str
    """Una orden, un archivo o una página."""
    datos: str = field(repr=False)
    """JSON: lo propio de cada clase de hecho."""
    anterior: str = field(repr=False)
    huella: str

    @property
    def propia(self) -> str:
        """La huella que le corresponde por lo que dice."""
        return huella_de(
            (self.numero, self.cuando, self.quien, self.hecho, self.que, self.sha256, self.desde),
            self.datos,
            self.anterior,
        )


def huella_de(dicho: tuple[int, str, str, str, str, str, str], datos: str, anterior: str) -> str:
    """sha256 de lo que dice un hecho y de la huella del que va antes."""
    texto = json.dumps([anterior, *dicho, datos], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(texto.encode("utf-8")).hexdigest()


def fallas(hechos: Iterable[Anotado]) -> list[str]:
    """Dónde se rompe la cadena, en palabras; ninguna si está entera.

    `hechos`, en el orden de su número.
    """
    halladas = []
    anterior, esperado = ORIGEN, 1
    for hecho in hechos:
        if hecho.numero != esperado:
            faltan = (
                f"{esperado}"
                if hecho.numero == esperado + 1
                else f"{esperado} a {hecho.numero - 1}"
            )
            halladas.append(f"falta el hecho {faltan}")
        elif hecho.anterior != anterior:
            halladas.append(f"el hecho {hecho.numero} no sigue al {hecho.numero - 1}")
        if hecho.propia != hecho.huella:
            halladas.append(f"el hecho {hecho.numero} no dice lo que decía cuando se anotó")
        anterior, esperado = hecho.huella, hecho.numero + 1
    return halladas
