"""De qué fuente y de qué corte es lo que un resultado dice, en un renglón."""

from tablero import formato
from tablero.consultas import fuentes
from tablero.consultas.base import FUENTE, Preguntas
from tablero.filas import VARIOS, Fila
from tablero.modelo.documentos import sigla


class Procedencia:
    """«SDP: 31 de diciembre de 2024», de cualquier fila con su fuente."""

    def __init__(self, preguntar: Preguntas) -> None:
        self._dichas = {
            f[FUENTE]: f"{sigla(f[FUENTE])}: {formato.corte(f['corte_texto'], f['corte_fecha'])}"
            for f in preguntar(fuentes.fuentes).filas
        }

    @property
    def cuantas(self) -> int:
        """Las fuentes del tablero."""
        return len(self._dichas)

    def __call__(self, fila: Fila) -> str:
        """La fuente y el corte de una fila; varias, separadas por un punto medio."""
        codigos = str(fila[FUENTE]).split(VARIOS)
        return junto(*(self._dichas.get(codigo, sigla(codigo)) for codigo in codigos))


def junto(*partes: str | None) -> str:
    """Las partes que dicen algo, separadas por un punto medio."""
    return " · ".join(p for p in partes if p)


def con_unidad(valor: float | None, unidad: str | None) -> str:
    """«63,8 %», «$13.000.000.000», «2.342 asistentes»."""
    texto = formato.numero_justo(valor)
    if texto == formato.SIN_DATO or not unidad:
        return texto
    if unidad == "%":
        return f"{texto}\u00a0%"
    if unidad == "pesos":
        return formato.pesos(valor)
    return texto if valor == 1 else f"{texto} {unidad}"  # las unidades están en plural
