"""La lectura de cada pedido, con límites: lo que no cabe o no llega a tiempo se rechaza.

Uvicorn junta en la memoria un encabezado de cualquier tamaño y espera sin plazo a quien se conecta
y no dice nada. Aquí la conexión que no cabe, la que tarda, la que pide de más y la que trae un
archivo se cierran antes de llegar a la aplicación, con su respuesta en español.
"""

import asyncio
from http import HTTPStatus
from typing import Any

import httptools
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from tablero.interfaz.servidor import negar
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.conexiones import AFORO
from tablero.interfaz.servidor.limites import (
    OCTETOS_DE_DIRECCION,
    OCTETOS_DE_ENCABEZADOS,
    SEGUNDOS_PARA_PEDIR,
    se_recibe,
)
from tablero.interfaz.servidor.rechazos import RECHAZOS

SEGUNDOS_SIN_LEER = 60.0
"""Lo que se espera a quien no recibe lo que pidió."""
MOTIVOS = {
    HTTPStatus.BAD_REQUEST: "pedido que no se entiende",
    HTTPStatus.REQUEST_TIMEOUT: "pedido que no llega",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "contenido que nadie pidió",
    HTTPStatus.REQUEST_URI_TOO_LONG: "dirección demasiado larga",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "encabezados demasiado largos",
    HTTPStatus.SERVICE_UNAVAILABLE: "demasiadas conexiones",
}


class _NoCabe(Exception):
    """Corta la lectura; `Protocolo` dice por qué."""


def par(transporte: asyncio.BaseTransport) -> str:
    """La dirección de red de quien se conecta."""
    quien = transporte.get_extra_info("peername")
    return str(quien[0]) if quien else ""


class Protocolo(HttpToolsProtocol):
    """El de uvicorn, con límites."""

    # `Any`: son los de la clase de uvicorn, que pasan sin mirarse.
    def __init__(self, *argumentos: Any, **nombrados: Any) -> None:
        super().__init__(*argumentos, **nombrados)
        self._par = ""
        self._octetos = 0
        """Los que llegaron desde el último encabezado completo."""
        self._estado = HTTPStatus.BAD_REQUEST
        self._negado = False
        self._contado = False
        self._plazo: asyncio.TimerHandle | None = None
        self._sin_leer: asyncio.TimerHandle | None = None
        self.url = b""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Si no cabe otra conexión, lo dice y la cierra."""
        super().connection_made(transport)
        self._par = par(transport)
        self._contado = AFORO.entrar(self._par)
        if self._contado:
            self._esperar_pedido()
        else:
            self._negar(HTTPStatus.SERVICE_UNAVAILABLE)

    def connection_lost(self, exc: Exception | None) -> None:
        """Deja su lugar a otra."""
        self._desarmar()
        self.resume_writing()
        if self._contado:
            self._contado = False
            AFORO.salir(self._par)
        super().connection_lost(exc)

    def handle_websocket_upgrade(self) -> None:
        """Desde aquí la cuenta `Conversacion`."""
        self._desarmar()
        self._contado = False
        super().handle_websocket_upgrade()

    def data_received(self, data: bytes) -> None:
        """Lo lee; lo que pasa de los límites se niega apenas se nota."""
        if self._negado:
            return
        self._unset_keepalive_if_required()
        self._octetos += len(data)
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            if self._should_upgrade():
                self.handle_websocket_upgrade()
        except httptools.HttpParserError:
            self._negar(self._estado)
        else:
            if self._octetos > OCTETOS_DE_ENCABEZADOS:
                self._negar(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def on_message_begin(self) -> None:
        """Comienza otro pedido: tiene un plazo para llegar entero."""
        super().on_message_begin()
        self._esperar_pedido()

    def on_url(self, url: bytes) -> None:
        """La ruta y su consulta, a medida que llegan."""
        super().on_url(url)
        if len(self.url) > OCTETOS_DE_DIRECCION:
            self._cortar(HTTPStatus.REQUEST_URI_TOO_LONG)

    def on_headers_complete(self) -> None:
        """Con todo a la vista se decide si el pedido pasa."""
        self._desarmar()
        self._octetos = 0
        if sum(len(n) + len(v) for n, v in self.headers) > OCTETOS_DE_ENCABEZADOS:
            self._cortar(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)
        if any(n == b"transfer-encoding" or self._trae_de_mas(n, v) for n, v in self.headers):
            self._cortar(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if any(n == b"content-length" and v != b"0" for n, v in self.headers):
            self._esperar_pedido()  # el contenido también tiene un plazo
        super().on_headers_complete()

    def on_message_complete(self) -> None:
        """Llegó entero."""
        self._desarmar()
        self._octetos = 0
        super().on_message_complete()

    def pause_writing(self) -> None:
        """Quien pidió no está leyendo: se le espera un rato."""
        self.flow.pause_writing()
        if self._sin_leer is None:
            self._sin_leer = self.loop.call_later(SEGUNDOS_SIN_LEER, self.transport.abort)

    def resume_writing(self) -> None:
        """Volvió a leer."""
        if self._sin_leer is not None:
            self._sin_leer.cancel()
            self._sin_leer = None
        self.flow.resume_writing()

    def _trae_de_mas(self, nombre: bytes, valor: bytes) -> bool:
        """Si esa cabecera anuncia un contenido que este servidor no recibe."""
        if nombre != b"content-length" or valor == b"0":
            return False
        metodo = self.parser.get_method().decode("latin-1")
        ruta = self.url.partition(b"?")[0].decode("latin-1").removeprefix(carpeta())
        return not se_recibe(metodo, ruta, valor.decode("latin-1"))

    def _cortar(self, estado: HTTPStatus) -> None:
        self._estado = estado
        raise _NoCabe

    def _esperar_pedido(self) -> None:
        if self._plazo is None:
            self._plazo = self.loop.call_later(
                SEGUNDOS_PARA_PEDIR, self._negar, HTTPStatus.REQUEST_TIMEOUT
            )

    def _desarmar(self) -> None:
        if self._plazo is not None:
            self._plazo.cancel()
            self._plazo = None

    def _negar(self, estado: HTTPStatus) -> None:
        """Responde y cierra; en medio de otra respuesta, solo cierra."""
        self._negado = True
        self._desarmar()
        ruta = self.url[:OCTETOS_DE_DIRECCION].partition(b"?")[0].decode("latin-1")
        RECHAZOS.anotar(MOTIVOS[estado], ruta, self._par)
        if self.cycle is None or self.cycle.response_complete:
            self.transport.write(respuesta(estado, ruta))
        self.transport.close()


def respuesta(estado: HTTPStatus, ruta: str = "") -> bytes:
    """La respuesta entera, como viaja, a quien pidió esa ruta (vacía si no se sabe)."""
    cuerpo = negar.texto(estado).encode()
    a_programa = negar.es_de_la_api({"type": "http", "path": ruta})
    if a_programa:
        cuerpo = negar.cuerpo_para_programa(ruta, estado, cuerpo.decode())
    pares = [
        *negar.cabeceras(estado, len(cuerpo), a_programa=a_programa),
        ("connection", "close"),
    ]
    lineas = "".join(f"{nombre}: {valor}\r\n" for nombre, valor in pares)
    return STATUS_LINE[estado] + lineas.encode() + b"\r\n" + cuerpo
