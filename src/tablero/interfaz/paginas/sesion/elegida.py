"""La sesión que se mira (`?sesion=`), y si quien mira puede escribir en ella."""

import textwrap
from dataclasses import dataclass

from tablero import formato, rutas
from tablero.interfaz import filtros
from tablero.interfaz.marco import decir, edicion_pedida
from tablero.interfaz.paginas.sesion import escritura
from tablero.interfaz.servidor import este_equipo
from tablero.registro.lugares import Lugares
from tablero.registro.sesiones.estado import Actas, Sesion, actas

SESION = "sesion"
"""El parámetro de la dirección."""
LETRAS = 40
"""Del motivo de una cancelada, en la lista: entero se lee al escogerla."""
SIN_NINGUNA = "Todavía no hay ninguna sesión."


@dataclass(frozen=True)
class Mirada:
    """Lo que las pestañas necesitan."""

    actas: Actas
    sesion: Sesion | None
    """La elegida; `None` si no hay ninguna."""
    motivo: str
    """Por qué no se puede escribir; vacío si se puede."""
    edicion: int | None
    """La del tablero que se ve: la que congela una sesión nueva."""

    @property
    def se_escribe(self) -> bool:
        """Si quien mira puede escribir."""
        return not self.motivo


def elegir() -> Mirada:
    """Dibuja la lista de sesiones, si hay, y lo que conviene saber antes de escribir."""
    leidas = actas(Lugares.de(rutas.BASE).registro)
    sesion = None
    if leidas.sesiones:
        en_orden = sorted(leidas.sesiones, key=lambda s: bool(s.cancelada))
        rotulos = {s.codigo: nombre(s) for s in en_orden}
        codigo = filtros.elegir_una(SESION, "Sesión", rotulos)
        sesion = next(s for s in leidas.sesiones if s.codigo == codigo)
        if sesion.cancelada:
            decir.advertir(sesion.cancelada, fuerte="Esta sesión está cancelada.")
    motivo = este_equipo.motivo()
    if motivo:
        decir.informar(
            f"Puede mirar las sesiones y no escribir en ellas. {motivo} {este_equipo.PARA_ESCRIBIR}"
        )
    escritura.decir_lo_hecho()
    return Mirada(leidas, sesion, motivo, _edicion())


def nombre(sesion: Sesion) -> str:
    """«15 de diciembre de 2026 · Sala Barulé»; de una que no se hace, por qué."""
    dicho = f"{formato.fecha(sesion.fecha)} · {sesion.lugar or 'lugar sin definir'}"
    if not sesion.cancelada:
        return dicho
    return f"{dicho} · cancelada: {textwrap.shorten(sesion.cancelada, LETRAS, placeholder='…')}"


def _edicion() -> int | None:
    """La que pide la dirección, si existe; si no, la última."""
    publicadas = [edicion.numero for edicion in edicion_pedida.publicadas()]
    pedida = edicion_pedida.numero()
    if pedida in publicadas:
        return pedida
    return publicadas[-1] if publicadas else None
