"""La imagen que reemplaza a un mapa donde el navegador no puede dibujarlo.

Nada se dibuja hasta que alguien la pide: cada mapa deja anotado cómo se hace la suya, con un nombre
que sale de lo que muestra.
"""

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from html import escape
from threading import Lock

import streamlit as st

from tablero.graficos.mapas.puntos import Mapa
from tablero.interfaz.marco.conexion import con_este_tablero, identidad
from tablero.interfaz.marco.memoria import MEMORIA, pesar

AVISO = (
    "<strong>Este navegador no puede dibujar el mapa</strong> (tiene apagado WebGL, como pasa en "
    "muchos escritorios remotos): se muestra como imagen, que no se puede tocar ni acercar. Las "
    "tablas de esta página dicen lo mismo. Para encenderlo, pida al área de tecnología que permita "
    "la aceleración gráfica del navegador."
)
ANOTADAS = 500
"""Cuántas maneras de hacer una imagen se recuerdan; la más vieja se olvida."""
OCTETOS_ANOTADOS = 16 * 1024 * 1024
"""Lo que pueden ocupar los mapas que esperan a que alguien pida su imagen."""
RUTA = "mapa"

_anotadas: OrderedDict[str, tuple[Callable[[], bytes], int]] = OrderedDict()
_cerrojo = Lock()


def respaldo(mapa: Mapa, hacer: Callable[[], bytes]) -> None:
    """Deja en la página la imagen del mapa, que solo se ve (y solo se pide) donde hace falta.

    La hoja de estilo la muestra en lugar del mapa cuando el guion propio nota que no hay WebGL.
    """
    st.html(
        f'<div class="tb-sin-mapa"><p class="tb-aviso" data-testid="stAlert">{AVISO}</p>'
        f'<img loading="lazy" src="{direccion(mapa, hacer)}" '
        f'alt="{escape(mapa.alternativa)}"></div>'
    )


def direccion(mapa: Mapa, hacer: Callable[[], bytes]) -> str:
    """Dónde se pide la imagen del mapa; `hacer` la dibuja, y se llama la primera vez.

    La dibuja con el tablero de la página que lo muestra.
    """
    nombre = _nombre(mapa)
    propio = con_este_tablero(hacer)
    with _cerrojo:
        _, octetos = _anotadas.get(nombre, (None, 0))
        _anotadas[nombre] = propio, octetos or pesar(mapa)
        _anotadas.move_to_end(nombre)
        while len(_anotadas) > ANOTADAS or (
            len(_anotadas) > 1 and sum(o for _, o in _anotadas.values()) > OCTETOS_ANOTADOS
        ):
            _anotadas.popitem(last=False)
    return f"{RUTA}/{nombre}.png"


def para_la_pared(mapa: Mapa, hacer: Callable[[], bytes]) -> Callable[[], bytes]:
    """Quien da la imagen grande de ese mapa; `hacer` la dibuja, y se llama una sola vez."""
    clave = (f"{__name__}.para_la_pared", identidad(), _nombre(mapa))
    propio = con_este_tablero(hacer)
    return lambda: MEMORIA.dar(clave, propio)


def _nombre(mapa: Mapa) -> str:
    """El que sale de lo que muestra."""
    return sha256(mapa.dibujo.to_json().encode()).hexdigest()[:16]


def imagen(nombre: str) -> bytes:
    """El PNG del mapa con ese nombre; `KeyError` si ningún mapa lo anotó, o ya se olvidó."""
    with _cerrojo:
        hacer, _ = _anotadas[nombre]
    return MEMORIA.dar((__name__, None, nombre), hacer)
