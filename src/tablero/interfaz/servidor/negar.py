"""Las respuestas de lo que no se atiende: en español y con las cabeceras de seguridad."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.types import Scope, Send

from tablero.api.fallas import MIME, problema
from tablero.api.responder import CORS
from tablero.interfaz.servidor.cabeceras import CABECERAS, texto_de_politica
from tablero.interfaz.servidor.carpeta import carpeta

API = "/api"
TEXTOS: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: "El servidor no entiende este pedido.",
    HTTPStatus.FORBIDDEN: "El tablero no acepta conexiones que abre otra página.",
    HTTPStatus.NOT_FOUND: "En esta dirección no hay nada.",
    HTTPStatus.METHOD_NOT_ALLOWED: "El tablero solo se lee: aquí no se recibe nada.",
    HTTPStatus.REQUEST_TIMEOUT: "El pedido tardó demasiado en llegar.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "El tablero no recibe archivos ni ningún otro contenido."
    ),
    HTTPStatus.REQUEST_URI_TOO_LONG: (
        "La dirección es demasiado larga: pasa de 8 kB. Elija los filtros en el tablero."
    ),
    HTTPStatus.MISDIRECTED_REQUEST: "El tablero no se publica con este nombre.",
    HTTPStatus.UPGRADE_REQUIRED: "Esta dirección solo atiende conexiones del propio tablero.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "Los encabezados del pedido pasan de 32 kB.",
    HTTPStatus.TOO_MANY_REQUESTS: "Son demasiados pedidos seguidos desde el mismo lugar.",
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        "Algo falló en el tablero. Vuelva a intentarlo; si sigue, avise a quien lo administra."
    ),
    HTTPStatus.SERVICE_UNAVAILABLE: (
        "El tablero está atendiendo a todos los que puede. Vuelva a intentarlo en un minuto."
    ),
}
ESPERAR = 60
"""Segundos que se piden antes de volver a intentarlo."""


def texto(estado: int) -> str:
    """Lo que se dice con ese código."""
    return TEXTOS.get(estado, TEXTOS[HTTPStatus.BAD_REQUEST])


def es_de_la_api(scope: Scope) -> bool:
    """Si lo pide un programa (`/api`): se le contesta en la forma que entiende."""
    ruta = str(scope["path"]).removeprefix(carpeta())
    return scope["type"] == "http" and (ruta == API or ruta.startswith(f"{API}/"))


def cabeceras(
    estado: int, largo: int, *, a_programa: bool = False, esperar: int = 0
) -> list[tuple[str, str]]:
    """Las de una respuesta que no se guarda: texto o, a un programa, lo que él entiende."""
    pares = [
        ("content-type", MIME if a_programa else "text/plain; charset=utf-8"),
        ("content-length", str(largo)),
        ("cache-control", "no-store"),
        ("content-security-policy", texto_de_politica()),
        *CABECERAS.items(),
        *(CORS.items() if a_programa else ()),
    ]
    if estado in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS):
        pares.append(("retry-after", str(esperar or ESPERAR)))
    if estado == HTTPStatus.METHOD_NOT_ALLOWED:
        pares.append(("allow", "GET, HEAD, OPTIONS" if a_programa else "GET, HEAD"))
    return pares


async def negar(
    scope: Scope, send: Send, estado: int, dicho: str | None = None, *, esperar: int = 0
) -> None:
    """Responde que no, por HTTP o antes de aceptar un WebSocket; `esperar`, cuántos segundos."""
    a_programa = es_de_la_api(scope)
    cuerpo = (dicho or texto(estado)).encode()
    if a_programa:
        cuerpo = cuerpo_para_programa(scope["path"], estado, cuerpo.decode())
    tipo = "websocket.http.response" if scope["type"] == "websocket" else "http.response"
    dichas = cabeceras(estado, len(cuerpo), a_programa=a_programa, esperar=esperar)
    pares = [(n.encode(), v.encode()) for n, v in dichas]
    await send({"type": f"{tipo}.start", "status": int(estado), "headers": pares})
    sin_cuerpo = scope.get("method") == "HEAD"
    await send({"type": f"{tipo}.body", "body": b"" if sin_cuerpo else cuerpo})


def cuerpo_para_programa(ruta: str, estado: int, dicho: str) -> bytes:
    """Lo mismo, en `application/problem+json`."""
    return problema(estado, dicho, ruta, carpeta())
