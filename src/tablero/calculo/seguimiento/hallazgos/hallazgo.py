"""Qué es un hallazgo."""

from dataclasses import dataclass
from typing import Literal

from tablero.calculo.seguimiento.indicador import Clave, Indicador
from tablero.modelo.reglas import Regla

Severidad = Literal["error", "advertencia", "nota"]
SEVERIDADES: tuple[Severidad, ...] = ("error", "advertencia", "nota")

CUANTITATIVO = "Avance Cuantitativo"
CUALITATIVO = "Avance Cualitativo"


@dataclass(frozen=True)
class Hallazgo:
    """Algo que revisar: dónde está, qué pasa y qué hacer."""

    severidad: Severidad
    regla: Regla
    producto_codigo: str
    """Vacío si es de todo el libro."""
    mensaje: str
    que_hacer: str
    hoja: str = CUANTITATIVO
    celda: str = ""

    def __str__(self) -> str:
        lugar = f"hoja «{self.hoja}»" + (f" · celda {self.celda}" if self.celda else "")
        quien = f"{self.producto_codigo} · " if self.producto_codigo else ""
        return f"{self.severidad.upper()} · {quien}{lugar}: {self.mensaje} {self.que_hacer}"


def de_indicador(  # noqa: PLR0917 - las mismas piezas de un hallazgo, en su orden
    indicador: Indicador,
    clave: Clave,
    severidad: Severidad,
    regla: Regla,
    mensaje: str,
    que_hacer: str,
) -> Hallazgo:
    """Un hallazgo en la celda donde está ese dato del indicador."""
    celda = indicador.lugares.get(clave, "")
    hoja = indicador.hoja(CUANTITATIVO)
    return Hallazgo(severidad, regla, indicador.codigo, mensaje, que_hacer, hoja, celda)
