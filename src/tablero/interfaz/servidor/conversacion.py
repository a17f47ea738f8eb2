"""El WebSocket de uvicorn, que dice que no en español y deja su lugar al irse."""

from http import HTTPStatus
from typing import Any

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.datastructures import Headers
from websockets.http11 import Response

from tablero.interfaz.servidor import negar
from tablero.interfaz.servidor.conexiones import AFORO
from tablero.interfaz.servidor.protocolo import par, respuesta


class Conversacion(WebSocketsSansIOProtocol):
    """La parte que sigue a un pedido de conexión aceptado por `Protocolo`, ya contado por él."""

    # `Any`: son los de la clase de uvicorn, que pasan sin mirarse.
    def __init__(self, *argumentos: Any, **nombrados: Any) -> None:
        super().__init__(*argumentos, **nombrados)
        self.conn.reject = rechazo  # type: ignore[method-assign]

    def connection_lost(self, exc: Exception | None) -> None:
        """Deja su lugar a otra."""
        AFORO.salir(par(self.transport))
        super().connection_lost(exc)

    def handle_parser_exception(self) -> None:
        """Un saludo que no se puede leer también recibe su respuesta."""
        if self.handshake_initiated:
            super().handle_parser_exception()
            return
        self.close_sent = True
        self.transport.write(respuesta(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE))
        self.transport.close()


def rechazo(status: int, text: str) -> Response:
    """Lo que responde `websockets` cuando no acepta una conexión, con nuestras palabras."""
    del text  # viene en inglés
    cuerpo = negar.texto(status).encode()
    pares = [*negar.cabeceras(status, len(cuerpo)), ("connection", "close")]
    return Response(int(status), HTTPStatus(status).phrase, Headers(pares), cuerpo)
