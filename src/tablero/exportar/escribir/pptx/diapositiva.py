"""Una diapositiva por escribir: la cosa que muestra y lo que dice quien habla."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from tablero.exportar.escribir.pptx import disenos
from tablero.exportar.escribir.pptx.disenos import Diseno
from tablero.exportar.escribir.pptx.nativo.base import Nativo
from tablero.exportar.escribir.pptx.nativo.traducir import nativo
from tablero.exportar.imagen import a_png
from tablero.graficos.piezas.sala import para_la_sala
from tablero.respuestas.cosas.cosa import Cosa, Tabla


@dataclass(frozen=True)
class Dibujo:
    """Lo que se ve: un gráfico que se edita, o una imagen; y lo que dice sin verlo."""

    alternativa: str
    nativo: Nativo | None = None
    imagen: Callable[[], bytes] | None = None
    """Hace el PNG; solo si no hay gráfico nativo."""


@dataclass(frozen=True)
class Diapositiva:
    """Una diapositiva: de la cosa, sus cifras con su dibujo o, si no lo tiene, con su tabla.

    La que solo tiene notas las muestra como texto.
    """

    cosa: Cosa
    dice: tuple[str, ...] = ()
    """Las notas de quien habla."""
    es_portada: bool = False
    parte: int = 1
    """Cuál es, si su tabla va en varias."""
    antes: int = 0
    """Cuántas filas de la tabla van en las anteriores."""

    @property
    def mensaje(self) -> str:
        """El título que se escribe: dos diapositivas no llevan el mismo."""
        titulo = self.cosa.titulo
        return titulo if self.parte == 1 else f"{titulo} (parte {self.parte})"

    @cached_property
    def dibujo(self) -> Dibujo | None:
        """El de la cosa, si lo tiene."""
        if (grafico := self.cosa.grafico) is not None:
            if (propio := nativo(grafico)) is not None:
                return Dibujo(grafico.alternativa, propio)
            return Dibujo(
                grafico.alternativa, imagen=lambda: a_png(para_la_sala(grafico), escala=3)
            )
        if (imagen := self.cosa.imagen) is not None:
            return Dibujo(imagen.alternativa, imagen=imagen.hacer)
        return None

    @property
    def tabla(self) -> Tabla | None:
        """La de la cosa; al lado de un dibujo no cabe."""
        return None if self.dibujo is not None else self.cosa.tabla

    @property
    def diseno(self) -> Diseno:
        """El de la plantilla que tiene sitio para todo lo suyo."""
        if self.es_portada:
            return disenos.PORTADA
        con_cifras = bool(self.cosa.cifras)
        if self.dibujo is not None:
            if self.dibujo.nativo is not None:
                return disenos.CIFRAS_Y_GRAFICO if con_cifras else disenos.CON_GRAFICO
            return disenos.CIFRAS_E_IMAGEN if con_cifras else disenos.CON_IMAGEN
        if self.tabla is not None:
            return disenos.CIFRAS_Y_TABLA if con_cifras else disenos.CON_TABLA
        return disenos.CON_CIFRAS if con_cifras else disenos.CON_TEXTO


def sola(cosa: Cosa, tabla: Tabla) -> Cosa:
    """La misma cosa, de la que solo se muestra una tabla."""
    return replace(cosa, cifras=(), grafico=None, imagen=None, notas=(), tabla=tabla)
