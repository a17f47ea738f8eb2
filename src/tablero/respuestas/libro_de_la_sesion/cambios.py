"""Qué cambia en una sesión al traer su libro, paso por paso."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tablero import formato
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Compromiso, Pantalla, Punto, Sesion
from tablero.respuestas.libro_de_la_sesion import agenda, compromisos, pantallas
from tablero.respuestas.libro_de_la_sesion.contenido import Contenido
from tablero.respuestas.libro_de_la_sesion.parejas import emparejar, que_sobran
from tablero.respuestas.libro_de_la_sesion.paso import Paso, que_cambia


@dataclass(frozen=True)
class Cambios:
    """Lo que se haría, en su orden, y lo que la sesión tiene y el libro no trae."""

    pasos: tuple[Paso, ...]
    se_quedan: tuple[str, ...] = ()

    def hacer(self, escritor: Escritor) -> None:
        """Todos los pasos."""
        for paso in self.pasos:
            paso.hacer(escritor)


@dataclass(frozen=True)
class Contra:
    """La sesión que cambia, y cómo."""

    sesion: Sesion
    compromisos: Sequence[Compromiso]
    """Los que se hicieron en ella."""
    hoy: date
    entidades: int
    """Cuántas son las del Comité."""
    quitar: bool = False
    """Si sale de la sesión lo que el libro no trae; un compromiso no sale: se retira."""


def cambios(dice: Contenido, contra: Contra) -> Cambios:
    """Los que dejan la sesión como dice el libro; ninguno si ya está así."""
    sesion = contra.sesion
    puntos = emparejar(sesion.puntos, dice.puntos, lambda uno: uno.titulo)
    muestra = emparejar(sesion.pantallas, dice.pantallas, lambda una: una.titulo)
    deben = emparejar(contra.compromisos, dice.compromisos, lambda uno: (uno.que, uno.entidad))
    sobran: list[Punto | Pantalla] = [
        *que_sobran(sesion.puntos, puntos),
        *que_sobran(sesion.pantallas, muestra),
    ]
    salen = [cosa.codigo for cosa in sobran] if contra.quitar else []
    pasos = [
        *_de_la_sesion(dice, contra),
        *(_quitar(sesion.codigo, cosa) for cosa in sobran if contra.quitar),
        *agenda.pasos(puntos, sesion, salen),
        *pantallas.pasos(muestra, puntos, sesion, salen),
        *compromisos.pasos(deben, replace(sesion, fecha=dice.fecha)),
        *_de_la_asistencia(dice, sesion),
    ]
    se_quedan = [_cual(cosa) for cosa in sobran if not contra.quitar]
    se_quedan += [f"el compromiso «{c.que}»" for c in que_sobran(contra.compromisos, deben)]
    return Cambios(tuple(pasos), tuple(se_quedan))


def _de_la_sesion(dice: Contenido, contra: Contra) -> Iterator[Paso]:
    sesion = contra.sesion
    donde = {
        "fecha": (formato.fecha(sesion.fecha), formato.fecha(dice.fecha)),
        "lugar": (sesion.lugar, dice.lugar),
    }
    if que := que_cambia(donde):
        yield Paso(f"Cambia la sesión: {que}", partial(_mudar, dice, contra))
    if que := que_cambia({"entidades que hacen quórum": (sesion.minimo, dice.minimo)}):
        yield Paso(f"Cambia la regla: {que}", partial(_regular, dice, contra))


def _mudar(dice: Contenido, contra: Contra, escritor: Escritor) -> None:
    escritor.cambiar(contra.sesion, dice.fecha, dice.lugar, hoy=contra.hoy)


def _regular(dice: Contenido, contra: Contra, escritor: Escritor) -> None:
    escritor.regla(contra.sesion.codigo, dice.minimo, entidades=contra.entidades)


def _quitar(sesion: str, cosa: Punto | Pantalla) -> Paso:
    return Paso(f"Quita {_cual(cosa)}", lambda escritor: escritor.quitar(sesion, cosa))


def _cual(cosa: Punto | Pantalla) -> str:
    que = "el punto" if isinstance(cosa, Punto) else "la pantalla"
    return f"{que} «{cosa.titulo}»"


def _de_la_asistencia(dice: Contenido, sesion: Sesion) -> Iterator[Paso]:
    marcadas = {a.entidad: a.asiste for a in sesion.asistencias}
    for entidad, asiste in dice.asistencia:
        if marcadas.get(entidad) is not asiste:
            yield Paso(
                f"Marca {'presente' if asiste else 'ausente'} a {entidad}",
                partial(_marcar, sesion.codigo, entidad, asiste),
            )


def _marcar(sesion: str, entidad: str, asiste: bool, escritor: Escritor) -> None:
    escritor.asistencia(sesion, entidad, asiste=asiste)
