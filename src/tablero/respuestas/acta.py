"""Lo que queda de una sesión: de aquí salen el anexo, el borrador del acta y las diapositivas.

Depende de lo que el registro decía cuando se anotó el último hecho de la sesión, de su edición y
del programa; no del día en que se pide. Lo que se anote después en otra sesión no la cambia: la
misma sesión da siempre los mismos archivos.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tablero.consultas.base import Preguntas
from tablero.programa import version_del_programa
from tablero.registro.cadena import Anotado
from tablero.registro.ediciones import Edicion
from tablero.registro.sesiones.estado import (
    Actas,
    Compromiso,
    Pantalla,
    Preguntada,
    Sesion,
    plegar,
)
from tablero.registro.sesiones.suceso import de_los_hechos, es_de
from tablero.respuestas.cosas.cosa import Cosa
from tablero.respuestas.cosas.de_la_sesion import OtraForma, de_la_sesion, de_una_direccion
from tablero.respuestas.cosas.del_registro import BaseDe, DelRegistro
from tablero.respuestas.quorum import entidades


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
    """Los que seguían abiertos de sesiones anteriores: los vencidos primero."""
    edicion: Edicion | None
    eslabon: str
    """La huella del último hecho del registro que es de esta sesión: la misma sesión, la misma."""
    programa: str
    es_simulado: bool
    avisos: tuple[str, ...] = ()
    """Lo que conviene saber del tablero con que se hizo: si su edición dice otra cosa, por qué."""
    dias: tuple[tuple[str, date], ...] = ()
    """Código de cada sesión → su día."""

    def cuando_se_hizo(self, compromiso: Compromiso) -> date | None:
        """El día de la sesión en que se hizo ese compromiso."""
        return dict(self.dias).get(compromiso.sesion)


def en_su_momento(hechos: Sequence[Anotado], codigo: str) -> tuple[list[Anotado], Actas]:
    """Los hechos del registro hasta el último que es de esa sesión, y lo que dicen juntos.

    `hechos`, todos, en su orden.
    """
    hasta = max((n for n, hecho in enumerate(hechos, start=1) if es_de(hecho, codigo)), default=0)
    suyos = list(hechos[:hasta])
    return suyos, plegar(de_los_hechos(suyos))


def de_sesion(
    preguntar: Preguntas,
    sesion: Sesion,
    leidas: Actas,
    hechos: Sequence[Anotado],
    edicion: Edicion | None,
    *,
    otra: OtraForma = lambda _: None,
    avisos: Sequence[str] = (),
    base_de: BaseDe = lambda _: None,
) -> Acta:
    """El acta de esa sesión; `preguntar`, al de su edición, y `hechos`, los del registro.

    Para que la misma sesión dé lo mismo, `leidas` y `hechos` son los de `en_su_momento`. `base_de`
    da el tablero de otra edición: con él se dice qué cambió.
    """
    abiertos, dia = leidas.abiertos(), sesion.fecha
    registro = DelRegistro(
        preguntar,
        leidas,
        dia,
        base_de,
        sesion=sesion,
        edicion=None if edicion is None else edicion.numero,
    )

    def forma(direccion: str) -> Cosa | None:
        return registro.forma(direccion) or otra(direccion)

    def contestada(hecha: Preguntada) -> Cosa | None:
        if not hecha.direccion:
            return None
        return de_una_direccion(preguntar, hecha.direccion, forma, dia=dia)

    cosas = de_la_sesion(preguntar, sesion, abiertos, forma, dia=dia)
    suyos = [hecho for hecho in hechos if es_de(hecho, sesion.codigo)]
    dias = {una.codigo: una.fecha for una in leidas.sesiones}
    return Acta(
        sesion=sesion,
        mostradas=tuple(
            Mostrada(pantalla, cosa)
            for pantalla, cosa in zip((None, *sesion.pantallas), cosas, strict=True)
        ),
        preguntas=tuple((hecha, contestada(hecha)) for hecha in sesion.preguntas),
        entidades=entidades(preguntar),
        compromisos=tuple(c for c in leidas.compromisos if c.sesion == sesion.codigo),
        de_antes=tuple(
            c
            for c in abiertos
            if c.sesion != sesion.codigo and dias.get(c.sesion, date.max) <= sesion.fecha
        ),
        edicion=edicion,
        eslabon=suyos[-1].huella if suyos else "",
        programa=version_del_programa(),
        es_simulado=preguntar.base.es_simulado,
        avisos=tuple(avisos),
        dias=tuple(dias.items()),
    )
