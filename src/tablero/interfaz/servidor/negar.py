"""Las respuestas de lo que no se atiende: en español y con las cabeceras de seguridad."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.types import Scope, Send

from tablero.interfaz.servidor.cabeceras import CABECERAS, texto_de_politica

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


def cabeceras(estado: int, largo: int) -> list[tuple[str, str]]:
    """Las de una respuesta de texto que no se guarda."""
    pares = [
        ("content-type", "text/plain; charset=utf-8"),
        ("content-length", str(largo)),
        ("cache-control", "no-store"),
        ("content-security-policy", texto_de_politica()),
        *CABECERAS.items(),
    ]
    if estado == HTTPStatus.SERVICE_UNAVAILABLE:
        pares.append(("retry-after", str(ESPERAR)))
    if estado == HTTPStatus.METHOD_NOT_ALLOWED:
        pares.append(("allow", "GET, HEAD"))
    return pares


async def negar(scope: Scope, send: Send, estado: int, dicho: str | None = None) -> None:
    """Responde que no, por HTTP o antes de aceptar un WebSocket."""
    cuerpo = (dicho or texto(estado)).encode()
    tipo = "websocket.http.response" if scope["type"] == "websocket" else "http.response"
    pares = [(n.encode(), v.encode()) for n, v in cabeceras(estado, len(cuerpo))]
    await send({"type": f"{tipo}.start", "status": int(estado), "headers": pares})
    sin_cuerpo = scope.get("method") == "HEAD"
    await send({"type": f"{tipo}.body", "body": b"" if sin_cuerpo else cuerpo})
