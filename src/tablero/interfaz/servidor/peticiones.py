"""Lo que se le exige a toda petición HTTP antes de mirar qué pide."""

import logging
from http import HTTPStatus
from math import ceil

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tablero.interfaz.servidor import incrustar
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.limites import ANOTAR, OCTETOS_DE_DIRECCION, Limites, se_recibe
from tablero.interfaz.servidor.negar import API, es_de_la_api, negar
from tablero.interfaz.servidor.rechazos import RECHAZOS, pagina_de
from tablero.interfaz.servidor.ritmo import Ritmos
from tablero.interfaz.servidor.turnos import SinTurno, Turnos

BITACORA = logging.getLogger(__name__)
CARAS = ("/ligera", "/llevar/", "/mapa/", "/sala", API)
"""Lo que se dibuja al pedirlo."""
PREGUNTAR = "/sala/preguntar"
BARATAS = (ANOTAR, "/sala/estado")
"""Lo que no dibuja nada y se pide sin parar: no espera turno."""


class Peticiones:
    """Solo se lee, menos lo que la sala anota, y lo caro espera su turno."""

    def __init__(self, app: ASGIApp, turnos: Turnos, api: Ritmos | None = None) -> None:
        self.app = app
        self.turnos = turnos
        self.api = api or Ritmos(Limites().api_por_minuto)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Deja pasar la petición o responde por qué no."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        direccion = (scope.get("client") or ("",))[0]
        estado, motivo = _revisar(scope)
        espera = 0.0
        if estado is None and es_de_la_api(scope) and (espera := self.api.gastar(direccion)):
            estado, motivo = HTTPStatus.TOO_MANY_REQUESTS, "programa que no descansa"
        if estado is None:
            try:
                await self._atender(direccion, scope, receive, send)
            except SinTurno:
                estado, motivo = HTTPStatus.SERVICE_UNAVAILABLE, "demasiados esperan"
        if estado is not None:
            desde = pagina_de(Headers(scope=scope).get("referer", ""))
            RECHAZOS.anotar(motivo, scope["path"], direccion, desde)
            await negar(scope, send, estado, esperar=ceil(espera))

    async def _atender(self, direccion: str, scope: Scope, receive: Receive, send: Send) -> None:
        comenzo = False

        async def enviar(mensaje: Message) -> None:
            nonlocal comenzo
            comenzo = True
            await send(mensaje)

        try:
            ruta = scope["path"].removeprefix(carpeta())
            cara = ruta.startswith(CARAS) or incrustar.se_pide(scope)
            if cara and ruta not in BARATAS:
                async with self.turnos.turno(_cuenta(ruta, direccion)):
                    await self.app(scope, receive, enviar)
            else:
                await self.app(scope, receive, enviar)
        except SinTurno:
            raise
        except Exception:
            BITACORA.exception("No se pudo responder %s", scope["path"])
            if comenzo:
                raise
            await negar(scope, send, HTTPStatus.INTERNAL_SERVER_ERROR)


def _cuenta(ruta: str, direccion: str) -> str:
    """A quién se le cobra: quien pregunta de pie no espera por lo que costó dibujar su sala."""
    if ruta == PREGUNTAR:
        return f"{direccion} {PREGUNTAR}"
    # Un programa que pide sin parar no le quita el turno a quien mira desde el mismo lugar.
    return f"{direccion} {API}" if ruta.startswith(API) else direccion


def _revisar(scope: Scope) -> tuple[HTTPStatus | None, str]:
    cabeceras = Headers(scope=scope)
    largo = len(scope.get("raw_path") or scope["path"].encode())
    if largo + 1 + len(scope.get("query_string", b"")) > OCTETOS_DE_DIRECCION:
        return HTTPStatus.REQUEST_URI_TOO_LONG, "dirección demasiado larga"
    contenido, ruta = cabeceras.get("content-length", "0"), scope["path"].removeprefix(carpeta())
    se_anota = se_recibe(scope["method"], ruta, contenido)
    if (contenido != "0" and not se_anota) or "transfer-encoding" in cabeceras:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "contenido que nadie pidió"
    pregunta = scope["method"] == "OPTIONS" and es_de_la_api(scope)
    if scope["method"] not in ("GET", "HEAD") and not (se_anota or pregunta):
        return HTTPStatus.METHOD_NOT_ALLOWED, f"método {scope['method']}"
    return None, ""
