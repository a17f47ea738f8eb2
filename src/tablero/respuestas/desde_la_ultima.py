"""Qué cambió en los datos desde la última sesión que se hizo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tablero import formato
from tablero.registro.sesiones.estado import Actas
from tablero.respuestas.cosas import cambios
from tablero.respuestas.ediciones import HUELLA, Cambio

Comparar = Callable[[int, int], Sequence[Cambio]]
"""Los cambios de una edición a otra; ninguno si de alguna no se conserva el archivo."""
QUE: Mapping[str, tuple[str, str]] = {
    "cifra": ("cambió 1 cifra", "cambiaron {} cifras"),
    "entró": ("entró 1 fila", "entraron {} filas"),
    "salió": ("salió 1 fila", "salieron {} filas"),
    "dato": ("cambió 1 dato que no es cifra", "cambiaron {} datos que no son cifras"),
}
"""Lo que se cuenta, en el orden en que importa."""


@dataclass(frozen=True)
class DesdeLaUltima:
    """Los cambios entre la edición que mostró una sesión y la que mostrará otra."""

    dia: date
    """El de la sesión de antes."""
    antes: int
    despues: int
    cuantos: Mapping[str, int]
    """Por lo que es (`QUE`), cuántos: ninguno está en cero."""

    @property
    def titulo(self) -> str:
        """«Desde la sesión del 15 de diciembre de 2026 cambiaron 7 cifras»."""
        que, cuantas = next(iter(self.cuantos.items()))
        return f"Desde la sesión del {formato.fecha(self.dia)} {_decir(que, cuantas)}"

    @property
    def en_palabras(self) -> str:
        """«De la edición 1 a la 3: cambiaron 7 cifras; entraron 12 filas»."""
        dichos = [_decir(que, cuantas) for que, cuantas in self.cuantos.items()]
        return f"De la edición {self.antes} a la {self.despues}: {'; '.join(dichos)}."

    @property
    def direccion(self) -> str:
        """La de la página «Ediciones» que los muestra."""
        return cambios.direccion(self.antes, self.despues)


def desde_la_ultima(
    actas: Actas, *, dia: date, hoy: date, edicion: int | None, comparar: Comparar
) -> DesdeLaUltima | None:
    """Lo que cambió para la sesión de ese día, que muestra esa edición.

    `None` si antes no se hizo ninguna, si las dos muestran lo mismo o si no hay qué comparar.
    """
    ultima = actas.anterior(min(dia, hoy + timedelta(days=1)))
    if ultima is None or ultima.edicion is None or edicion in (None, ultima.edicion):
        return None
    hallados = comparar(ultima.edicion, edicion)
    contados = {que: sum(_que_es(cambio) == que for cambio in hallados) for que in QUE}
    cuantos = {que: cuantas for que, cuantas in contados.items() if cuantas}
    return DesdeLaUltima(ultima.fecha, ultima.edicion, edicion, cuantos) if cuantos else None


def _que_es(cambio: Cambio) -> str:
    """Lo que se cuenta; la huella de un archivo no dice nada a quien oye, y no es ninguna."""
    if cambio.que != "cambió":
        return cambio.que
    if HUELLA.fullmatch(str(cambio.despues)):
        return "huella"
    return "cifra" if cambio.es_cifra else "dato"


def _decir(que: str, cuantas: int) -> str:
    una, varias = QUE[que]
    return una if cuantas == 1 else varias.format(formato.numero(cuantas))
