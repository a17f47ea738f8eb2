"""Los pasos que dejan las pantallas de una sesión como dice su libro."""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Pantalla, Sesion
from tablero.respuestas.libro_de_la_sesion.agenda import DePunto
from tablero.respuestas.libro_de_la_sesion.contenido import PantallaEscrita
from tablero.respuestas.libro_de_la_sesion.parejas import Par
from tablero.respuestas.libro_de_la_sesion.paso import Campos, Paso, dicho, lugares, mover

DePantalla = Par[Pantalla, PantallaEscrita]


def pasos(
    pares: Sequence[DePantalla], puntos: Sequence[DePunto], sesion: Sesion, salen: Collection[str]
) -> Iterator[Paso]:
    """Las nuevas, las que cambian y el orden de todas; `puntos`, los que el libro trae."""
    quedan_en = lugares(sesion.pantallas, pares, salen)
    for par in pares:
        lugar = par.escrita.punto
        punto = None if lugar is None else puntos[lugar - 1]
        if que := dicho(f"la pantalla «{par.escrita.titulo}»", _campos(par, punto, sesion)):
            suyo = punto.codigo if punto else ""
            yield Paso(que, partial(_escribir, sesion.codigo, par, suyo, quedan_en[par.codigo]))
    yield from mover(sesion.codigo, sesion.pantallas, quedan_en, "las pantallas")


def _campos(par: DePantalla, punto: DePunto | None, sesion: Sesion) -> Campos | None:
    una, antes = par.escrita, par.antes
    if antes is None:
        return None
    campos: dict[str, tuple[object, object]] = {
        "título": (antes.titulo, una.titulo),
        "lo que muestra": (antes.direccion, una.direccion),
        "nota para quien habla": (antes.para_quien_habla, una.para_quien_habla),
        "decisión que se pide": (antes.decision_pedida, una.decision_pedida),
    }
    suyo = next((p for p in sesion.puntos if p.codigo == antes.punto), None)
    if (suyo.codigo if suyo else "") != (punto.codigo if punto else ""):
        # Dos puntos pueden llamarse igual: con su código a la vista se ve que es otro.
        uno = f"{suyo.titulo} ({suyo.codigo})" if suyo else ""
        otro = f"{punto.escrita.titulo} ({_cual(punto)})" if punto else ""
        campos["punto"] = (uno, otro)
    return campos


def _cual(punto: DePunto) -> str:
    """El código del que ya estaba; el de uno nuevo todavía no se sabe."""
    return "nuevo" if punto.antes is None else punto.codigo


def _escribir(sesion: str, par: DePantalla, punto: str, orden: int, escritor: Escritor) -> None:
    una = par.escrita
    escritor.pantalla(
        sesion,
        una.titulo,
        una.direccion,
        para_quien_habla=una.para_quien_habla,
        decision_pedida=una.decision_pedida,
        punto=punto,
        orden=orden,
        codigo=par.codigo,
    )
