"""Una diapositiva por escribir: su mensaje, lo que lo sustenta y lo que dice quien habla."""

from collections.abc import Callable
from dataclasses import dataclass

from tablero.exportar.escribir.pptx import disenos
from tablero.exportar.escribir.pptx.disenos import Diseno
from tablero.exportar.escribir.pptx.nativo.base import Nativo
from tablero.respuestas.cosas.cosa import Cifra, Tabla


@dataclass(frozen=True)
class Dibujo:
    """Lo que se ve: un gráfico que se edita, o una imagen; y lo que dice sin verlo."""

    alternativa: str
    nativo: Nativo | None = None
    imagen: Callable[[], bytes] | None = None
    """Hace el PNG; solo si no hay gráfico nativo."""


@dataclass(frozen=True)
class Diapositiva:
    """Una diapositiva."""

    titulo: str
    fuente: str
    cifras: tuple[Cifra, ...] = ()
    dibujo: Dibujo | None = None
    tabla: Tabla | None = None
    antes: int = 0
    """Cuántas filas de la tabla van en las diapositivas anteriores."""
    parrafos: tuple[str, ...] = ()
    """El texto de la que no tiene otra cosa que mostrar."""
    notas: tuple[str, ...] = ()
    dice: tuple[str, ...] = ()
    """Las notas de quien habla."""
    es_portada: bool = False
    parte: int = 1
    """Cuál es, si su tabla va en varias."""

    @property
    def mensaje(self) -> str:
        """El título que se escribe: dos diapositivas no llevan el mismo."""
        return self.titulo if self.parte == 1 else f"{self.titulo} (parte {self.parte})"

    @property
    def diseno(self) -> Diseno:
        """El de la plantilla que tiene sitio para todo lo suyo."""
        if self.es_portada:
            return disenos.PORTADA
        if self.dibujo is not None:
            con_cifras = bool(self.cifras)
            if self.dibujo.nativo is not None:
                return disenos.CIFRAS_Y_GRAFICO if con_cifras else disenos.CON_GRAFICO
            return disenos.CIFRAS_E_IMAGEN if con_cifras else disenos.CON_IMAGEN
        if self.tabla is not None:
            return disenos.CIFRAS_Y_TABLA if self.cifras else disenos.CON_TABLA
        return disenos.CON_CIFRAS if self.cifras else disenos.CON_TEXTO
