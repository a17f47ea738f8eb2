"""La imagen que reemplaza a un mapa donde el navegador no puede dibujarlo.

Nada se dibuja hasta que alguien la pide: cada mapa deja anotado cómo se hace la suya, con un nombre
que sale de lo que muestra.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from html import escape
from threading import Lock

import streamlit as st

from tablero.graficos.mapas import Mapa

AVISO = (
    "<strong>Este navegador no puede dibujar el mapa</strong> (tiene apagado WebGL, como pasa en "
    "muchos escritorios remotos): se muestra como imagen, que no se puede tocar ni acercar. Las "
    "tablas de esta página dicen lo mismo. Para encenderlo, pida al área de tecnología que permita "
    "la aceleración gráfica del navegador."
)
ANOTADAS = 500
"""Cuántas maneras de hacer una imagen se recuerdan; la más vieja se olvida."""
GUARDADAS = 60
"""Cuántas imágenes ya hechas se guardan."""
RUTA = "mapa"

_anotadas: OrderedDict[str, Callable[[], bytes]] = OrderedDict()
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
    """Dónde se pide la imagen del mapa; `hacer` la dibuja, y se llama la primera vez."""
    nombre = sha256(mapa.dibujo.to_json().encode()).hexdigest()[:16]
    with _cerrojo:
        _anotadas[nombre] = hacer
        _anotadas.move_to_end(nombre)
        while len(_anotadas) > ANOTADAS:
            _anotadas.popitem(last=False)
    return f"{RUTA}/{nombre}.png"


@lru_cache(maxsize=GUARDADAS)
def imagen(nombre: str) -> bytes:
    """El PNG del mapa con ese nombre; `KeyError` si ningún mapa lo anotó, o ya se olvidó."""
    with _cerrojo:
        hacer = _anotadas[nombre]
    return hacer()
