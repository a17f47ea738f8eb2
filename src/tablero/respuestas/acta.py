"""Lo que queda de una sesión: de aquí salen el anexo, el borrador del acta y las diapositivas."""

from collections.abc import Sequence
from dataclasses import dataclass

from tablero.consultas import comite
from tablero.consultas.base import Preguntas
from tablero.programa import version_del_programa
from tablero.registro.cadena import Anotado
from tablero.registro.ediciones import Edicion
from tablero.registro.sesiones.estado import Actas, Compromiso, Pantalla, Preguntada, Sesion
from tablero.respuestas.cosas.cosa import Cosa
from tablero.respuestas.cosas.de_la_sesion import OtraForma, de_la_sesion, de_una_direccion
from tablero.respuestas.cosas.del_registro import BaseDe, DelRegistro


@dataclass(frozen=True)
class Mostrada:
    """Una pantalla de la sesión y lo que mostró."""

    pantalla: Pantalla | None
    """`None` en la de la agenda, que nadie agrega."""
    cosa: Cosa


@dataclass(frozen=True)
class Acta:
    """Una sesión entera, con lo que se mostró en ella."""

    sesion: Sesion
    mostradas: tuple[Mostrada, ...]
    """La agenda y las pantallas, en su orden."""
    preguntas: tuple[tuple[Preguntada, Cosa | None], ...]
    """Lo que se preguntó y lo que se mostró; `None` si nada contestó."""
    entidades: tuple[str, ...]
    """Las del Comité, asistan o no."""
    compromisos: tuple[Compromiso, ...]
    """Los que se hicieron en ella."""
    de_antes: tuple[Compromiso, ...]
    """Los que seguían abiertos de otras."""
    edicion: Edicion | None
    eslabon: str
    """La huella del último hecho del registro que es de esta sesión: la misma sesión, la misma."""
    programa: str
    es_simulado: bool


def de_sesion(
    preguntar: Preguntas,
    sesion: Sesion,
    leidas: Actas,
    hechos: Sequence[Anotado],
    edicion: Edicion | None,
    *,
    otra: OtraForma = lambda _: None,
    base_de: BaseDe = lambda _: None,
) -> Acta:
    """El acta de esa sesión; `preguntar`, al de su edición, y `hechos`, los del registro.

    `base_de` da el tablero de otra edición: con él se dice qué cambió.
    """
    registro = DelRegistro(
        preguntar,
        leidas,
        sesion.fecha,
        base_de,
        sesion=sesion,
        edicion=None if edicion is None else edicion.numero,
    )

    def forma(direccion: str) -> Cosa | None:
        return registro.forma(direccion) or otra(direccion)

    cosas = de_la_sesion(preguntar, sesion, leidas.abiertos(), forma)
    suyos = [hecho for hecho in hechos if hecho.que.startswith(f"sesión {sesion.codigo}:")]
    return Acta(
        sesion=sesion,
        mostradas=tuple(
            Mostrada(pantalla, cosa)
            for pantalla, cosa in zip((None, *sesion.pantallas), cosas, strict=True)
        ),
        preguntas=tuple(
            (
                hecha,
                de_una_direccion(preguntar, hecha.direccion, forma) if hecha.direccion else None,
            )
            for hecha in sesion.preguntas
        ),
        entidades=tuple(fila["entidad"] for fila in preguntar(comite.entidades).filas),
        compromisos=tuple(c for c in leidas.compromisos if c.sesion == sesion.codigo),
        de_antes=tuple(c for c in leidas.abiertos() if c.sesion != sesion.codigo),
        edicion=edicion,
        eslabon=suyos[-1].huella if suyos else "",
        programa=version_del_programa(),
        es_simulado=preguntar.base.es_simulado,
    )


def _lo_que_contesta(preguntar: Preguntas, direccion: str, otra: OtraForma) -> Cosa | None:
    """Lo que la sala mostró en esa dirección; `None` si nada contestó."""
    return otra(direccion) or de_una_direccion(preguntar, direccion) if direccion else None
