"""El índice que se está mirando: una edición, un territorio y los pesos que lleva la URL."""

from dataclasses import dataclass

from tablero.consultas.base import Resultado
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import responder
from tablero.modelo.ipt import Metodo
from tablero.respuestas import ipt
from tablero.respuestas.ipt import SUPOSICION, Pesos


@dataclass(frozen=True)
class IndiceMirado:
    """Una edición, un territorio y, si alguien los cambió, otros pesos."""

    edicion: str
    filtros: Filtros
    pesos: Pesos = None

    @property
    def es_cambiada(self) -> bool:
        """Verdadero si los pesos no son los calculados."""
        return self.pesos is not None

    @property
    def empata_todo(self) -> bool:
        """Verdadero si con estos pesos todos los municipios suman lo mismo."""
        return responder(ipt.empata_todo, edicion=self.edicion, pesos=self.pesos)

    @property
    def titulo(self) -> str:
        """«edición 2024» o «edición 2024, pesos cambiados por quien mira»."""
        return f"edición {self.edicion}" + (f", {SUPOSICION}" if self.es_cambiada else "")

    @property
    def palabras(self) -> tuple[str, ...]:
        """Lo que se agrega al nombre de un archivo."""
        return (f"edicion {self.edicion}", *((SUPOSICION,) if self.es_cambiada else ()))

    @property
    def clasificacion(self) -> Resultado:
        """Los municipios del territorio por su orden."""
        return self._clasificacion(self.filtros.departamento)

    @property
    def del_pais(self) -> Resultado:
        """Los municipios de todo el país por su orden."""
        return self._clasificacion(None)

    @property
    def de_cada_indicador(self) -> Resultado:
        """El peso de cada indicador."""
        return responder(ipt.de_cada_indicador, edicion=self.edicion, pesos=self.pesos)

    @property
    def comparacion(self) -> Resultado:
        """Los priorizados: su orden publicado contra el que se mira."""
        return responder(ipt.comparacion, edicion=self.edicion, pesos=self.pesos)

    def aportes(self, municipio: str) -> Resultado:
        """Lo que aporta cada indicador al puntaje de un municipio."""
        return responder(ipt.aportes, edicion=self.edicion, municipio=municipio, pesos=self.pesos)

    def categorias(self, metodo: Metodo) -> Resultado:
        """Los tramos del puntaje, de muy alto a muy bajo."""
        return responder(ipt.categorias, edicion=self.edicion, metodo=metodo, pesos=self.pesos)

    def _clasificacion(self, departamento: str | None) -> Resultado:
        return responder(
            ipt.clasificacion, edicion=self.edicion, departamento=departamento, pesos=self.pesos
        )
