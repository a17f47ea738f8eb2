"""Lo que la comparación de dos cortes necesita de un producto."""

from dataclasses import dataclass

from tablero.calculo.aporte import Aporte, aportar
from tablero.calculo.seguimiento.indicador import Indicador
from tablero.calculo.seguimiento.motor import legible
from tablero.calculo.seguimiento.niveles import Seguido, peso_en_politica
from tablero.modelo.politica import Anualizacion, Semaforo


@dataclass(frozen=True)
class EnCorte:
    """Un producto en un corte; `None` es sin dato. Los porcentajes, donde 50 es 50 %.

    Un indicador de resultado no tiene peso en la política: no se compara aquí.
    """

    codigo: str
    nombre: str
    semaforo: Semaforo
    ponderacion_pct: float | None
    anualizacion_tipo: Anualizacion | None
    paa_pct: float | None
    trayectoria_pct: float | None
    indicador: Indicador | None = None
    """`None` si de ese corte solo se publicaron porcentajes."""
    fuera: str | None = None
    """Por qué queda fuera de la suma; `None` si suma o si no está vigente."""

    @classmethod
    def de_seguido(cls, seguido: Seguido) -> "EnCorte":
        """Lo que el motor calculó de un producto en su corte."""
        indicador, cifras = seguido.indicador, seguido.cifras
        return cls(
            codigo=indicador.codigo,
            nombre=indicador.nombre,
            semaforo=cifras.semaforo,
            ponderacion_pct=legible(indicador.ponderacion_pct),
            anualizacion_tipo=indicador.anualizacion_tipo,
            paa_pct=cifras.paa_pct,
            trayectoria_pct=cifras.trayectoria_pct,
            indicador=indicador,
            fuera=seguido.fuera,
        )

    @property
    def es_vigente(self) -> bool:
        """Si es parte de la política."""
        return self.semaforo != "no vigente"

    @property
    def peso_pct(self) -> float:
        """Su ponderación; 0 si no la tiene o no está vigente."""
        return peso_en_politica(self.semaforo, self.ponderacion_pct)

    @property
    def aporte(self) -> Aporte:
        """Sus puntos en la política; ninguno si queda fuera de la suma."""
        return aportar(self.peso_pct, self.paa_pct, self.trayectoria_pct, fuera=self.fuera)
