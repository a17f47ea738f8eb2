"""Qué tan vieja es una fuente el día en que se mira, en palabras.

El día llega siempre de afuera (`reloj.hoy()`), al dibujar: nada de esto se guarda, ni va en un
archivo que se descarga.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tablero import formato
from tablero.calculo.antiguedad import ESTADOS, Antiguedad, Estado, antiguedad
from tablero.consultas.base import FuenteCitada
from tablero.modelo.documentos import sigla

MESES_DEL_ANIO = 12
HASTA_EN_MESES = 36
"""Desde tres años se dice en años: «hace 39 meses» ya no se cuenta de memoria."""
NOMBRADOS = 6
"""Si faltan más cortes, se dice cuántos y desde cuándo."""
SIN_PERIODICIDAD = "sin periodicidad publicada"
SIN_MAS = "no anuncia más cortes"


@dataclass(frozen=True)
class FuenteMirada:
    """Una fuente, el día en que se mira."""

    fuente: FuenteCitada
    de: Antiguedad
    hay_otra: date | None
    """Un corte más reciente del mismo documento, que el tablero también tiene."""

    @property
    def sigla(self) -> str:
        """La de su documento."""
        return sigla(self.fuente.fuente_codigo)

    @property
    def estado(self) -> Estado:
        """El de su último corte."""
        return self.de.estado

    @property
    def corte(self) -> str:
        """El corte, como está impreso."""
        return formato.corte(self.fuente.corte_texto, self.fuente.corte_fecha)

    @property
    def edad(self) -> str:
        """«hace 23 meses», «hace 12 días», «hace 3 años y 3 meses».

        Si las palabras del corte no dicen el día («2023-2024»), «hace unos 29 meses».
        """
        if not self.de.dias:
            return "de hoy"
        exacta = formato.dice_el_dia(self.fuente.corte_texto, self.fuente.corte_fecha)
        tiempo = _tiempo(abs(self.de.dias), self.de.meses)
        es_uno = tiempo.startswith("1 ")
        unos = "" if exacta or es_uno else "unos "
        if self.de.dias > 0:
            return f"hace {unos}{tiempo}"
        return f"{'falta' if es_uno else 'faltan'} {unos}{tiempo} para él"

    @property
    def faltantes(self) -> str:
        """«junio y diciembre de 2025 y junio de 2026»; vacío si no falta ninguno."""
        faltan = self.de.faltan
        if len(faltan) > NOMBRADOS:
            return f"{len(faltan)} cortes, de {formato.mes(faltan[0])} a {formato.mes(faltan[-1])}"
        return formato.meses(faltan)

    @property
    def en_linea(self) -> str:
        """Lo que la línea de fuente dice de ella: su edad y lo que ya se esperaba."""
        return f"{self.edad}; {self._que_se_espera()}"

    @property
    def en_corto(self) -> str:
        """Lo mismo, para una tarjeta."""
        return f"{self.edad} ({self._en_pocas_palabras()})"

    def _que_se_espera(self) -> str:
        faltan, proximo = self.de.faltan, self.de.proximo
        if self.hay_otra is not None:
            return f"hay un corte más reciente: {formato.fecha(self.hay_otra)}"
        if faltan:
            return f"se esperaba el corte de {formato.mes(faltan[0])}{_y_despues(faltan[1:])}"
        if proximo is None:
            return self._sin_proximo()
        if self.estado == "por vencer":
            return f"por vencer: sigue el corte de {formato.mes(proximo)}"
        return f"al día: sigue el corte de {formato.mes(proximo)}"

    def _en_pocas_palabras(self) -> str:
        if self.hay_otra is not None:
            return "hay un corte más reciente"
        if self.de.faltan:
            return f"se esperaba {formato.mes(self.de.faltan[0])}"
        return self._sin_proximo() if self.de.proximo is None else self.estado

    def _sin_proximo(self) -> str:
        return SIN_PERIODICIDAD if self.fuente.cada_cuanto is None else SIN_MAS


def mirar(fuente: FuenteCitada, hoy: date) -> FuenteMirada:
    """Esa fuente, ese día."""
    otra = fuente.mas_reciente
    # El plan que regirá el año entrante no hace viejo al de este.
    hay_otra = otra if otra is not None and otra <= hoy else None
    return FuenteMirada(fuente, antiguedad(fuente.corte_fecha, hoy, fuente.cada_cuanto), hay_otra)


def vigentes(fuentes: Iterable[FuenteCitada], hoy: date) -> tuple[FuenteMirada, ...]:
    """El último corte de cada documento: primero lo que más falta, y luego lo más reciente."""
    miradas = [m for m in (mirar(f, hoy) for f in fuentes) if m.hay_otra is None]
    return tuple(sorted(miradas, key=_orden))


def _orden(mirada: FuenteMirada) -> tuple[int, int, int]:
    return ESTADOS.index(mirada.estado), -len(mirada.de.faltan), mirada.de.dias


def _tiempo(dias: int, meses: int) -> str:
    if not meses:
        return formato.contar(dias, "día", "días")
    if meses < HASTA_EN_MESES:
        return formato.contar(meses, "mes", "meses")
    anios, resto = divmod(meses, MESES_DEL_ANIO)
    en_anios = formato.contar(anios, "año", "años")
    return f"{en_anios} y {formato.contar(resto, 'mes', 'meses')}" if resto else en_anios


def _y_despues(faltan: tuple[date, ...]) -> str:
    if not faltan:
        return ""
    if len(faltan) >= NOMBRADOS:
        return f", y después otros {len(faltan)}"
    articulo = "el de" if len(faltan) == 1 else "los de"
    return f", y después {articulo} {formato.meses(faltan)}"
