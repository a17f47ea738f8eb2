"""Los pasos que dejan la agenda de una sesión como dice su libro."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Punto, Sesion
from tablero.respuestas.libro_de_la_sesion.contenido import PuntoEscrito
from tablero.respuestas.libro_de_la_sesion.parejas import Par
from tablero.respuestas.libro_de_la_sesion.paso import Campos, Paso, dicho, lugares, mover

DePunto = Par[Punto, PuntoEscrito]


def pasos(pares: Sequence[DePunto], sesion: Sesion, salen: Collection[str]) -> Iterator[Paso]:
    """Los puntos nuevos, los que cambian y el orden de todos; `salen`, los que se quitan."""
    quedan_en = lugares(sesion.puntos, pares, salen)
    for par in pares:
        uno, antes = par.escrita, par.antes
        campos: Campos | None = (
            None
            if antes is None
            else {
                "título": (antes.titulo, uno.titulo),
                "minutos": (antes.minutos, uno.minutos),
                "nota": (antes.nota, uno.nota),
            }
        )
        if que := dicho(f"el punto «{uno.titulo}»", campos):
            yield Paso(que, partial(_escribir, sesion.codigo, par, quedan_en[par.codigo]))
    yield from mover(sesion.codigo, sesion.puntos, quedan_en, "los puntos de la agenda")


def _escribir(sesion: str, par: DePunto, orden: int, escritor: Escritor) -> None:
    uno = par.escrita
    escritor.punto(
        sesion, uno.titulo, minutos=uno.minutos, nota=uno.nota, orden=orden, codigo=par.codigo
    )
