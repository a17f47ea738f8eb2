"""Contra qué se comprueba el libro de una sesión: los datos, y la sesión si ya existe."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tablero.consultas import comite, historia, politica
from tablero.consultas.base import Preguntas
from tablero.registro.sesiones.estado import Actas, Compromiso, Sesion
from tablero.respuestas import direccion
from tablero.respuestas.quorum import entidades
from tablero.respuestas.vista import DeUnCorte
from tablero.texto import plano


@dataclass(frozen=True)
class LoQueHay:
    """Lo que el tablero y el registro saben."""

    preguntar: Preguntas
    vista: DeUnCorte
    """La política en que se busca un producto del que solo se da el código."""
    hoy: date
    actas: Actas
    sesion: Sesion | None = None
    """La que el libro cambia; `None` si trae una nueva."""

    @cached_property
    def entidades(self) -> tuple[str, ...]:
        """Las del Comité, como se llaman en el registro."""
        return entidades(self.preguntar)

    @cached_property
    def productos(self) -> frozenset[str]:
        """Los códigos de los productos de todas las políticas, en su último corte."""
        return frozenset(
            fila["producto_codigo"]
            for una in self.preguntar(politica.politicas).filas
            for fila in self.preguntar(
                historia.productos, politica=una["politica_codigo"], corte=una["corte_fecha"]
            ).filas
        )

    @property
    def compromisos(self) -> tuple[Compromiso, ...]:
        """Los que se hicieron en esa sesión."""
        if self.sesion is None:
            return ()
        return tuple(c for c in self.actas.compromisos if c.sesion == self.sesion.codigo)

    def entidad(self, escrita: str) -> str | None:
        """La que se quiso decir, con su nombre de siempre o el que publica su fuente."""
        return self._por_forma.get(plano(escrita))

    @cached_property
    def _por_forma(self) -> Mapping[str, str]:
        publicadas = self.preguntar(comite.entidades).filas
        de_antes: Sequence[str] = ()
        if self.sesion is not None:
            de_antes = (
                *(a.entidad for a in self.sesion.asistencias),
                *(c.entidad for c in self.compromisos),
            )
        return {
            **{plano(nombre): nombre for nombre in de_antes},
            **{plano(fila["entidad_nombre"]): fila["entidad"] for fila in publicadas},
            **{plano(fila["entidad"]): fila["entidad"] for fila in publicadas},
        }

    def direccion(self, escrita: str) -> str:
        """La de una página del tablero; `ErrorTablero` si no es de ninguna."""
        de_ahora = self.sesion.pantallas if self.sesion else ()
        if escrita in {pantalla.direccion for pantalla in de_ahora}:
            return escrita
        return direccion.entender(escrita, self.preguntar, lambda: self.vista)
