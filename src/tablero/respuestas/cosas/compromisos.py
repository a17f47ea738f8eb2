"""Quién debe qué: los compromisos que nadie ha cumplido ni retirado."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from tablero import formato
from tablero.registro.sesiones.estado import Compromiso
from tablero.respuestas.cosas.cosa import Cifra, Cosa, tabla

DEL_REGISTRO = "Fuente: el registro de este tablero."
PAGINA = "sesion"
VER, ENTIDAD = "compromisos", "entidad"


def direccion(entidad: str = "") -> str:
    """La de su pestaña; con entidad, solo los de esa."""
    suya = {ENTIDAD: entidad} if entidad else {}
    return f"{PAGINA}?{urlencode({'ver': VER, **suya})}"


def todos(abiertos: Sequence[Compromiso], dia: date, entidad: str = "") -> Cosa:
    """Los abiertos ese día, los vencidos de primeros; con entidad, los suyos."""
    suyos = [c for c in abiertos if entidad in ("", c.entidad)]
    vencidos = sum(compromiso.esta_vencido(dia) for compromiso in suyos)
    dicho = formato.contar(len(suyos), "compromiso abierto", "compromisos abiertos")
    de_quien = f"{entidad}: " if entidad else ""
    return Cosa(
        "compromisos",
        f"{de_quien}{dicho}; {formato.contar(vencidos, 'ya venció', 'ya vencieron')}",
        DEL_REGISTRO,
        (),
        direccion(entidad),
        cifras=(
            Cifra(formato.numero(len(suyos)), "abiertos" if len(suyos) != 1 else "abierto"),
            Cifra(formato.numero(vencidos), "vencidos" if vencidos != 1 else "vencido"),
        ),
        tabla=tabla(
            "Los que vencen primero, primero",
            ("Vence", "Entidad", "Qué"),
            [(_vence(c, dia), c.entidad, c.que) for c in suyos],
        )
        if suyos
        else None,
    )


def _vence(compromiso: Compromiso, dia: date) -> str:
    cuando = formato.fecha(compromiso.vence)
    return f"{cuando} (vencido)" if compromiso.esta_vencido(dia) else cuando
