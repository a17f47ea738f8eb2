"""Si quien mira está en el equipo del tablero: solo ahí se escribe, porque no hay contraseñas.

Tienen que coincidir dónde atiende el servidor, de dónde llega la conexión y el nombre con que se
pidió; y que nadie la haya pasado desde otro equipo.
"""

import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import streamlit as st

from tablero.interfaz.pared.grabadora import puesta

REENVIOS = ("forwarded", "x-real-ip")
PREFIJO_DE_REENVIO = "x-forwarded-"
NADIE = "La página se está grabando: nadie la mira."
PARA_ESCRIBIR = (
    "Se escribe en el equipo donde está el tablero, abierto solo para él: aquí no hay contraseñas "
    "que digan quién es cada persona."
)


@dataclass(frozen=True)
class Llegada:
    """Cómo llegó una conexión."""

    atiende: Sequence[str]
    """Las direcciones en que atiende el servidor."""
    desde: str
    cabeceras: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Nombre → sus valores."""


class Atiende:
    """Las direcciones en que este proceso atiende: ninguna, mientras nadie lo diga."""

    def __init__(self) -> None:
        self.direcciones: tuple[str, ...] = ()


ATIENDE = Atiende()


def por_que_no(llegada: Llegada) -> str:
    """Por qué no se puede escribir; vacío si se puede."""
    cabeceras = {nombre.lower(): list(valores) for nombre, valores in llegada.cabeceras.items()}
    reenvios = [n for n in cabeceras if n in REENVIOS or n.startswith(PREFIJO_DE_REENVIO)]
    anfitriones = cabeceras.get("host", [])
    razones = (
        (not llegada.atiende, "No se sabe si el tablero está abierto para la red."),
        (not all(map(_es_de_aqui, llegada.atiende)), "El tablero está abierto para la red."),
        (not _es_de_aqui(llegada.desde), "Usted lo mira desde otro equipo."),
        (reenvios, "La página llega a través de otro servidor."),
        (
            len(anfitriones) != 1 or not _es_nombre_de_aqui(f"//{anfitriones[0]}"),
            "La dirección con que se abrió no es la de este equipo.",
        ),
        (
            not all(map(_es_nombre_de_aqui, cabeceras.get("origin", []))),
            "La pide una página que no es la de este equipo.",
        ),
    )
    return next((dicho for hay, dicho in razones if hay), "")


def motivo() -> str:
    """Lo mismo, de quien mira esta página."""
    return NADIE if puesta() is not None else por_que_no(llegada())


def llegada() -> Llegada:
    """La de quien mira esta página, según Streamlit; este calla la dirección si es del equipo."""
    cabeceras = st.context.headers
    desde = st.context.ip_address
    return Llegada(
        ATIENDE.direcciones,
        "127.0.0.1" if desde is None else desde,
        {nombre: cabeceras.get_all(nombre) for nombre in cabeceras},
    )


def _es_nombre_de_aqui(direccion: str) -> bool:
    try:
        nombre = urlsplit(direccion).hostname or ""
    except ValueError:
        return False
    return nombre == "localhost" or _es_de_aqui(nombre)


def _es_de_aqui(direccion: str) -> bool:
    try:
        ip = ipaddress.ip_address(direccion.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped is not None:
        return ip.ipv4_mapped.is_loopback
    return ip.is_loopback
