"""Los pasos que dejan los compromisos de una sesión como dice su libro."""

from collections.abc import Iterator, Sequence
from functools import partial

from tablero import formato
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Compromiso, Sesion
from tablero.respuestas.libro_de_la_sesion.contenido import CompromisoEscrito
from tablero.respuestas.libro_de_la_sesion.parejas import Par
from tablero.respuestas.libro_de_la_sesion.paso import Campos, Paso, dicho, que_cambia

DeCompromiso = Par[Compromiso, CompromisoEscrito]


def pasos(pares: Sequence[DeCompromiso], sesion: Sesion) -> Iterator[Paso]:
    """Los nuevos, los que se dicen de otra manera y los que van de otra manera.

    `sesion` lleva la fecha que dice el libro: ningún compromiso vence antes de ella.
    """
    for par in pares:
        uno, antes = par.escrita, par.antes
        nombre = f"el compromiso «{uno.que}», de {uno.entidad}"
        campos: Campos | None = (
            None
            if antes is None
            else {
                "qué se hará": (antes.que, uno.que),
                "entidad": (antes.entidad, uno.entidad),
                "vence": (formato.fecha(antes.vence), formato.fecha(uno.vence)),
                "producto": (antes.producto, uno.producto),
            }
        )
        if que := dicho(nombre, campos):
            yield Paso(que, partial(_escribir, sesion, par))
        como_va = {
            "estado": (antes.estado if antes else "abierto", uno.estado),
            "evidencia": (antes.evidencia if antes else "", uno.evidencia),
        }
        if que := que_cambia(como_va):
            yield Paso(f"Dice cómo va {nombre}: {que}", partial(_decir, sesion.codigo, par))


def _escribir(sesion: Sesion, par: DeCompromiso, escritor: Escritor) -> None:
    uno = par.escrita
    escritor.compromiso(sesion, uno.que, uno.entidad, uno.vence, uno.producto, codigo=par.codigo)


def _decir(sesion: str, par: DeCompromiso, escritor: Escritor) -> None:
    uno = par.escrita
    suyo = Compromiso(par.codigo, sesion, uno.que, uno.entidad, uno.vence)
    escritor.estado(suyo, uno.estado, uno.evidencia)
