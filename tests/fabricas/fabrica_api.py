"""Quien le pide a la API, sin servidor: lo mismo que llega por la red, en este proceso."""

import json
from typing import Any

from fabrica_asgi import Falsa, pedir

from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta

PUERTA = Puerta(Falsa({}), {}, propias())
ANFITRION = "tablero.ejemplo.gov.co"
API = f"http://{ANFITRION}/api/v1"


def contestar(
    ruta: str, metodo: str = "GET", **cabeceras: str
) -> tuple[int, dict[str, str], bytes]:
    """El código, las cabeceras y el cuerpo de `/api/v1` + ruta."""
    mensajes, dichas, cuerpo = pedir(
        PUERTA, f"/api/v1{ruta}", metodo=metodo, host=ANFITRION, **cabeceras
    )
    return mensajes[0]["status"], dichas, cuerpo


def dar(ruta: str) -> Any:
    """El JSON de una respuesta buena."""
    estado, _, cuerpo = contestar(ruta)
    assert estado == 200, cuerpo.decode()
    return json.loads(cuerpo)


def negado(ruta: str, **cabeceras: str) -> Any:
    """El problema de una respuesta mala, con su código HTTP."""
    estado, dichas, cuerpo = contestar(ruta, **cabeceras)
    assert dichas["content-type"] == "application/problem+json"
    problema = json.loads(cuerpo)
    assert problema["status"] == estado
    return problema
