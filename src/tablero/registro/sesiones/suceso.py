"""Un suceso de una sesión: lo que alguien dijo de una sola cosa, y cuándo.

Nada se cambia ni se borra: decir otra cosa de lo mismo es otro suceso, y los dos quedan.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from tablero.registro.archivo import PorAnotar, agregar_juntos, leer
from tablero.registro.cadena import Anotado

HECHO = "sesion"
Dato = str | int | bool | None
Valor = Mapping[str, Dato]


class Clase(StrEnum):
    """De qué clase es la cosa de que se dice algo."""

    FECHA = "fecha"
    LUGAR = "lugar"
    EDICION = "edición"
    REGLA = "regla del quórum"
    PUNTO = "punto"
    ORDEN_DE_PUNTO = "orden de un punto"
    PANTALLA = "pantalla"
    ORDEN_DE_PANTALLA = "orden de una pantalla"
    ASISTENCIA = "asistencia"
    COMPROMISO = "compromiso"
    ESTADO = "estado de un compromiso"
    DECISION = "decisión"
    NOTA = "nota"
    PREGUNTA = "pregunta"
    A_LA_VISTA = "pantalla a la vista"
    TIEMPO = "tiempo de un punto"
    CANCELADA = "cancelada"


@dataclass(frozen=True)
class Suceso:
    """Lo último que se sabe de una cosa, hasta que haya otro de la misma."""

    sesion: str
    clase: Clase
    cosa: str
    """El código de la cosa: vacío si la sesión solo tiene una de esa clase."""
    valor: Valor
    cuando: datetime
    quien: str = ""

    @property
    def de_que(self) -> tuple[str, Clase, str]:
        """La cosa, sin lo que se dice de ella."""
        return self.sesion, self.clase, self.cosa


Dicho = tuple[str, Clase, str, Valor]
"""De qué sesión, de qué clase y de qué cosa se dice algo, y qué."""


def anotar(carpeta: Path, dichos: Sequence[Dicho], *, desde: str) -> None:
    """Agrega unos sucesos al registro de esa carpeta: todos o, si no se puede, ninguno."""
    hechos = [
        PorAnotar(
            HECHO,
            f"sesión {sesion}: {clase.value}",
            {"sesion": sesion, "clase": clase.value, "cosa": cosa, "valor": dict(valor)},
        )
        for sesion, clase, cosa, valor in dichos
    ]
    agregar_juntos(carpeta, hechos, desde=desde)


def sucesos(carpeta: Path) -> list[Suceso]:
    """Los del registro, en su orden; los de una clase que este programa no conoce se dejan."""
    return de_los_hechos(leer(carpeta, HECHO))


def de_los_hechos(hechos: Iterable[Anotado]) -> list[Suceso]:
    """Los que hay entre unos hechos del registro; lo demás se deja."""
    leidos = (_de(hecho) for hecho in hechos if hecho.hecho == HECHO)
    return [suceso for suceso in leidos if suceso is not None]


def es_de(hecho: Anotado, sesion: str) -> bool:
    """Si ese hecho del registro es de esa sesión."""
    return hecho.hecho == HECHO and hecho.que.startswith(f"sesión {sesion}: ")


def ultimos(dichos: Iterable[Suceso]) -> dict[tuple[str, Clase, str], Suceso]:
    """Lo último que se dijo de cada cosa."""
    return {suceso.de_que: suceso for suceso in dichos}


def _de(anotado: Anotado) -> Suceso | None:
    datos = json.loads(anotado.datos)
    if datos.get("clase") not in {clase.value for clase in Clase}:
        return None
    cuando = datetime.fromisoformat(anotado.cuando)
    de_que = datos["sesion"], Clase(datos["clase"]), datos["cosa"]
    return Suceso(*de_que, datos["valor"], cuando, anotado.quien)
