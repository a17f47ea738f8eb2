"""De los productos a los resultados, los objetivos y la política: sumas ponderadas y aportes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from tablero.calculo.politica import TOPE, Aporte
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.motor import Cifras, legible
from tablero.modelo.politica import Semaforo


@dataclass(frozen=True)
class Seguido:
    """Un indicador y sus cifras en un corte."""

    indicador: Indicador
    cifras: Cifras

    @property
    def peso_pct(self) -> float:
        """Su ponderación; 0 si no la tiene, no se pudo leer o no está vigente."""
        return peso_en_politica(self.cifras.semaforo, self.indicador.ponderacion_pct)

    @property
    def aporte(self) -> Aporte:
        """Sus puntos en la política.

        Uno sin iniciar no lleva porcentajes y no suma avance ni trayectoria; uno que debía reportar
        y no lo ha hecho no suma avance y sí trayectoria.
        """
        return aportar(self.peso_pct, self.cifras.paa_pct, self.cifras.trayectoria_pct)


@dataclass(frozen=True)
class Nivel:
    """La política, un objetivo o un resultado, con lo que suman sus productos."""

    clase: Literal["política", "objetivo", "resultado"]
    codigo: str
    """Vacío en la política."""
    productos: int
    """Los vigentes."""
    peso_pct: float
    aporte: Aporte
    """En puntos de la política."""

    @property
    def avance_pct(self) -> float | None:
        """De la política, sus puntos; de un objetivo o un resultado, el porcentaje de su peso."""
        return self._porcentaje(self.aporte.avance_pp)

    @property
    def trayectoria_pct(self) -> float | None:
        """Como el avance."""
        return self._porcentaje(self.aporte.trayectoria_pp)

    def _porcentaje(self, puntos: float) -> float | None:
        if self.clase == "política":
            return puntos
        return puntos / self.peso_pct * TOPE if self.peso_pct else None


def niveles(seguidos: Iterable[Seguido]) -> list[Nivel]:
    """La política, sus objetivos y sus resultados, en ese orden; las ponderaciones no se reescalan.

    Solo suman los productos vigentes: un indicador de resultado no tiene peso en la política.
    """
    productos = [
        s for s in seguidos if s.indicador.clase == "producto" and s.cifras.semaforo != "no vigente"
    ]
    objetivos = _agrupar(productos, lambda s: s.indicador.objetivo)
    resultados = _agrupar(productos, lambda s: s.indicador.resultado)
    return [
        _nivel("política", "", productos),
        *(_nivel("objetivo", codigo, grupo) for codigo, grupo in objetivos),
        *(_nivel("resultado", codigo, grupo) for codigo, grupo in resultados),
    ]


def peso_en_politica(semaforo: Semaforo, ponderacion_pct: float | None) -> float:
    """Lo que pesa un producto; 0 si no tiene ponderación, no se pudo leer o no está vigente."""
    return 0.0 if semaforo == "no vigente" else legible(ponderacion_pct) or 0.0


def aportar(peso_pct: float, paa_pct: float | None, trayectoria_pct: float | None) -> Aporte:
    """Los puntos de un producto en la política, con sus porcentajes entre 0 y 100 %."""
    return Aporte(
        avance_pp=peso_pct * _acotar(paa_pct) / TOPE,
        trayectoria_pp=peso_pct * _acotar(trayectoria_pct) / TOPE,
    )


def orden_de_codigo(codigo: str) -> tuple[int, ...]:
    """Para que 1.1.10 vaya después de 1.1.9."""
    return tuple(int(parte) for parte in codigo.split("."))


def _acotar(porcentaje: float | None) -> float:
    return min(max(porcentaje or 0.0, 0.0), TOPE)


def _agrupar(
    productos: Sequence[Seguido], clave: Callable[[Seguido], str]
) -> list[tuple[str, list[Seguido]]]:
    grupos: defaultdict[str, list[Seguido]] = defaultdict(list)
    for seguido in productos:
        grupos[clave(seguido)].append(seguido)
    return sorted(grupos.items(), key=lambda par: orden_de_codigo(par[0]))


def _nivel(
    clase: Literal["política", "objetivo", "resultado"], codigo: str, grupo: Sequence[Seguido]
) -> Nivel:
    aportes = [s.aporte for s in grupo]
    return Nivel(
        clase,
        codigo,
        productos=len(grupo),
        peso_pct=fsum(s.peso_pct for s in grupo),
        aporte=Aporte(fsum(a.avance_pp for a in aportes), fsum(a.trayectoria_pp for a in aportes)),
    )
