"""De los productos a los resultados, los objetivos y la política: sumas ponderadas y aportes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum
from typing import Literal

from tablero.calculo.aporte import TOPE, Aporte, aportar
from tablero.calculo.seguimiento.fuera import sin_peso
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.motor import Cifras, legible
from tablero.modelo.fuera import Fuera
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

    @cached_property
    def fuera(self) -> str | None:
        """Por qué queda fuera de la suma; `None` si suma o si no está vigente."""
        if self.cifras.semaforo == "no vigente":
            return None
        motivos = (self.cifras.fuera, sin_peso(self.indicador))
        return "; ".join(m for m in motivos if m) or None

    @cached_property
    def aporte(self) -> Aporte:
        """Sus puntos en la política; ninguno si queda fuera de la suma.

        Uno sin iniciar no lleva porcentajes y no suma avance ni trayectoria; uno que debía reportar
        y no lo ha hecho no suma avance y sí trayectoria.
        """
        cifras = self.cifras
        return aportar(self.peso_pct, cifras.paa_pct, cifras.trayectoria_pct, fuera=self.fuera)


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
    fuera: Fuera = field(default_factory=Fuera)
    """Los vigentes que no suman, por no tener dato."""

    @property
    def suma_alguno(self) -> bool:
        """Falso si todos sus productos quedan fuera: no hay suma que mostrar."""
        return self.productos > self.fuera.productos

    @property
    def avance_pct(self) -> float | None:
        """De la política, sus puntos; de un objetivo o un resultado, el porcentaje de su peso.

        `None` si ninguno de sus productos suma o si no se sabe cuánto pesa.
        """
        return self._porcentaje(self.aporte.avance_pp)

    @property
    def trayectoria_pct(self) -> float | None:
        """Como el avance."""
        return self._porcentaje(self.aporte.trayectoria_pp)

    def _porcentaje(self, puntos: float) -> float | None:
        if not self.suma_alguno:
            return None
        if self.clase == "política":
            return puntos
        # Dividir por el peso de los demás sería reescalarlos.
        se_sabe = self.peso_pct and not self.fuera.sin_peso
        return puntos / self.peso_pct * TOPE if se_sabe else None


def niveles(
    seguidos: Iterable[Seguido], filas_sin_codigo: Iterable[float | None] = ()
) -> list[Nivel]:
    """La política, sus objetivos y sus resultados, en ese orden; las ponderaciones no se reescalan.

    Solo suman los productos vigentes: un indicador de resultado no tiene peso en la política.
    `filas_sin_codigo` son los pesos de las filas que no se sabe de qué producto son: solo cuentan
    entre lo que queda fuera de la política.
    """
    productos = [
        s for s in seguidos if s.indicador.clase == "producto" and s.cifras.semaforo != "no vigente"
    ]
    objetivos = _agrupar(productos, lambda s: s.indicador.objetivo)
    resultados = _agrupar(productos, lambda s: s.indicador.resultado)
    return [
        _nivel("política", "", productos, filas_sin_codigo),
        *(_nivel("objetivo", codigo, grupo) for codigo, grupo in objetivos),
        *(_nivel("resultado", codigo, grupo) for codigo, grupo in resultados),
    ]


def peso_en_politica(semaforo: Semaforo, ponderacion_pct: float | None) -> float:
    """Lo que pesa un producto; 0 si no tiene ponderación, no se pudo leer o no está vigente."""
    return 0.0 if semaforo == "no vigente" else legible(ponderacion_pct) or 0.0


def orden_de_codigo(codigo: str) -> tuple[int, ...]:
    """Para que 1.1.10 vaya después de 1.1.9."""
    return tuple(int(parte) for parte in codigo.split("."))


def _agrupar(
    productos: Sequence[Seguido], clave: Callable[[Seguido], str]
) -> list[tuple[str, list[Seguido]]]:
    grupos: defaultdict[str, list[Seguido]] = defaultdict(list)
    for seguido in productos:
        grupos[clave(seguido)].append(seguido)
    return sorted(grupos.items(), key=lambda par: orden_de_codigo(par[0]))


def _nivel(
    clase: Literal["política", "objetivo", "resultado"],
    codigo: str,
    grupo: Sequence[Seguido],
    filas_sin_codigo: Iterable[float | None] = (),
) -> Nivel:
    aportes = [s.aporte for s in grupo]
    return Nivel(
        clase,
        codigo,
        productos=len(grupo),
        peso_pct=fsum(s.peso_pct for s in grupo),
        aporte=Aporte(fsum(a.avance_pp for a in aportes), fsum(a.trayectoria_pp for a in aportes)),
        fuera=Fuera.contar(
            (legible(s.indicador.ponderacion_pct) for s in grupo if s.fuera),
            (legible(peso) for peso in filas_sin_codigo),
        ),
    )
