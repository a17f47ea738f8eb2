"""Una pestaña abierta: qué puede pedir, a qué ritmo y cuándo le toca dibujar.

Nada legítimo se bota: lo que llega de más espera, y mientras espera no se lee de la red. Solo se
cierra la conexión de quien insiste.
"""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

from tablero.interfaz.servidor import mensajes
from tablero.interfaz.servidor.aforo import Aforo
from tablero.interfaz.servidor.carpeta import carpeta
from tablero.interfaz.servidor.limites import OCTETOS_DE_DIRECCION
from tablero.interfaz.servidor.negar import negar
from tablero.interfaz.servidor.rechazos import RECHAZOS
from tablero.interfaz.servidor.ritmo import Reserva
from tablero.interfaz.servidor.turnos import SinTurno, Turnos

RUTA = "/_stcore/stream"
DE_UNA_VEZ, POR_SEGUNDO = 30, 8
"""Arrastrar un control envía unos cuantos por segundo; nadie sostiene ocho."""
SIN_INSISTIR = (6, 3.0)
"""Cambios de una vez, y por segundo después, de quien mira: con más, espera a los demás."""
LLEGADAS = (100, 2.0)
"""Pestañas que abre una dirección: una sala entera a la vez, no una tras otra sin parar."""
INSISTENCIA = 60.0
"""Segundos seguidos pasándose del ritmo que se le esperan a alguien."""
PROHIBIDOS = 20
"""Órdenes que no se aceptan, antes de cerrar."""
PACIENCIA = 1.0
"""Lo que se espera a que termine lo que se dibuja, antes de que otro cambio lo interrumpa."""
SIN_COMENZAR = 0.5
"""Si en este tiempo una parte no comenzó a dibujarse, es que ya no está en la página."""
LO_MAS = 5.0
"""Lo que dura un turno, aunque no se sepa que terminó: puede que la pestaña no esté leyendo."""
MUCHAS = 1000
POLITICA, GRANDE = 1008, 1009


class Pestanas:
    """Todas las que hay abiertas; `aforo` dice cuántas caben."""

    def __init__(self, app: ASGIApp, turnos: Turnos, aforo: Aforo) -> None:
        self.app = app
        self.turnos = turnos
        self.aforo = aforo
        self._llegadas: dict[str, Reserva] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Atiende un WebSocket; lo demás pasa."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        direccion = (scope.get("client") or ("",))[0]
        if scope["path"] != carpeta() + RUTA:
            await self._negar(scope, receive, send, HTTPStatus.NOT_FOUND, "conexión que no existe")
        elif not self.aforo.entrar(direccion):
            estado = HTTPStatus.SERVICE_UNAVAILABLE
            await self._negar(scope, receive, send, estado, "demasiadas pestañas")
        else:
            sin_parar = self._llega(direccion)
            pestana = _Pestana(scope, receive, send, self.turnos, sin_parar=sin_parar)
            try:
                await self.app(scope, pestana.recibir, pestana.enviar)
            finally:
                pestana.cerrar()
                self.aforo.salir(direccion)

    def _llega(self, direccion: str) -> bool:
        """Si esa dirección abre pestañas sin parar."""
        if len(self._llegadas) >= MUCHAS:
            deben = self._llegadas.items()
            self._llegadas = {d: reserva for d, reserva in deben if not reserva.esta_llena}
        return self._llegadas.setdefault(direccion, Reserva(*LLEGADAS)).gastar() > 0

    async def _negar(
        self, scope: Scope, receive: Receive, send: Send, estado: int, motivo: str
    ) -> None:
        RECHAZOS.anotar(motivo, scope["path"], (scope.get("client") or ("",))[0])
        await receive()
        await negar(scope, send, estado)


class _SeFue(Exception):
    """La pestaña se cerró mientras esperaba."""


class _Pestana:
    def __init__(
        self, scope: Scope, receive: Receive, send: Send, turnos: Turnos, *, sin_parar: bool
    ) -> None:
        self._receive = receive
        self._send = send
        self._turnos = turnos
        self._direccion = (scope.get("client") or ("",))[0]
        self._cliente = turnos.nuevo(self._direccion)
        self._ritmo = Reserva(DE_UNA_VEZ, POR_SEGUNDO)
        self._sin_insistir = Reserva(*SIN_INSISTIR)
        if sin_parar:
            self._sin_insistir.gastar(SIN_INSISTIR[0])
        self._insiste = 0.0
        self._prohibidos = 0
        self._cerrada = False
        self._libre = asyncio.Event()
        self._libre.set()
        self._alarma: asyncio.TimerHandle | None = None
        self._adelantado: asyncio.Future[Message] | None = None
        """El mensaje que sigue, si ya se comenzó a leer."""

    async def recibir(self) -> Message:
        """El siguiente mensaje que puede pasar, cuando le toca."""
        while True:
            mensaje = await self._leer()
            crudo = mensaje.get("bytes")
            if mensaje["type"] != "websocket.receive" or crudo is None:
                return mensaje
            pedido = mensajes.leer(crudo)
            if pedido is None:
                return mensaje  # Streamlit cierra la conexión
            if motivo := mensajes.prohibido(pedido):
                cierre = self._prohibir(motivo)
            else:
                cierre = self._muy_larga(pedido) or await self._acompasar()
            if cierre is not None:
                return await self._cerrar(*cierre)
            if motivo:
                continue
            if pedido.WhichOneof("type") in mensajes.DE_TURNO:
                try:
                    await self._pendiente(self._esperar_turno(pedido))
                except _SeFue:
                    continue  # lo que sigue por leer es que se fue
                except SinTurno:
                    return await self._cerrar(POLITICA, "demasiados esperan")
            return mensaje

    async def enviar(self, mensaje: Message) -> None:
        """Lo que va al navegador: de paso se nota cuándo comienza y termina de dibujar."""
        crudo = mensaje.get("bytes")
        if crudo:
            que = mensajes.que_es(crudo)
            if que == mensajes.NUEVA_SESION:
                self._alarmar(LO_MAS)
                mensaje = {**mensaje, "bytes": mensajes.callado(crudo)}
            elif que == mensajes.RESPUESTA or (
                que == mensajes.TERMINO and not mensajes.sigue_dibujando(crudo)
            ):
                self._irse()
        # Lo que Streamlit siga enviando por una conexión que se cerró no va a ninguna parte.
        if not self._cerrada:
            await self._send(mensaje)

    def cerrar(self) -> None:
        """La pestaña ya no está."""
        if self._adelantado is not None:
            self._adelantado.cancel()
        self._irse()

    def _irse(self) -> None:
        """Deja el turno, si lo tiene."""
        if self._alarma is not None:
            self._alarma.cancel()
            self._alarma = None
        if not self._libre.is_set():
            self._libre.set()
            self._turnos.soltar(self._cliente)

    async def _esperar_turno(self, pedido: BackMsg) -> None:
        """Una pestaña dibuja una cosa a la vez; el cambio que no espera usa el mismo turno."""
        # Quien ya pide otro cambio sin que termine el anterior deja pasar antes a los demás.
        self._cliente.insiste = self._sin_insistir.gastar() > 0 or not self._libre.is_set()
        es_pagina = pedido.HasField("rerun_script")
        with suppress(TimeoutError):
            await asyncio.wait_for(self._libre.wait(), PACIENCIA if es_pagina else LO_MAS)
        if self._libre.is_set():
            await self._turnos.tomar(self._cliente)
            self._libre.clear()
        self._alarmar(SIN_COMENZAR if pedido.rerun_script.fragment_id else LO_MAS)

    async def _pendiente(self, espera: Coroutine[None, None, None]) -> None:
        """Espera sin dejar de notar que la pestaña se cerró: `_SeFue`."""
        tarea = asyncio.ensure_future(espera)
        if self._adelantado is None:
            self._adelantado = asyncio.ensure_future(self._receive())
        ambas: set[asyncio.Future[None] | asyncio.Future[Message]] = {tarea, self._adelantado}
        try:
            await asyncio.wait(ambas, return_when=asyncio.FIRST_COMPLETED)
            if not tarea.done() and self._adelantado.result()["type"] == "websocket.disconnect":
                raise _SeFue
            await tarea
        finally:
            tarea.cancel()

    async def _leer(self) -> Message:
        adelantado, self._adelantado = self._adelantado, None
        return await (adelantado or self._receive())

    def _alarmar(self, segundos: float) -> None:
        if self._libre.is_set():
            return
        if self._alarma is not None:
            self._alarma.cancel()
        self._alarma = asyncio.get_running_loop().call_later(segundos, self._irse)

    async def _acompasar(self) -> tuple[int, str] | None:
        """Espera lo que haga falta; si lleva mucho pasándose, con qué se cierra."""
        espera = self._ritmo.gastar()
        if not espera:
            self._insiste = 0.0
            return None
        RECHAZOS.anotar("demasiados mensajes", RUTA, self._direccion)
        self._insiste += espera
        await asyncio.sleep(espera)
        if self._insiste > INSISTENCIA:
            return POLITICA, "demasiados mensajes"
        return None

    def _prohibir(self, orden: str) -> tuple[int, str] | None:
        RECHAZOS.anotar(f"orden {orden}", RUTA, self._direccion)
        self._prohibidos += 1
        return (POLITICA, "esa orden no se acepta") if self._prohibidos > PROHIBIDOS else None

    def _muy_larga(self, pedido: BackMsg) -> tuple[int, str] | None:
        if len(pedido.rerun_script.query_string.encode()) <= OCTETOS_DE_DIRECCION:
            return None
        RECHAZOS.anotar("dirección demasiado larga", RUTA, self._direccion)
        return GRANDE, "la dirección pasa de 8 kB"

    async def _cerrar(self, codigo: int, motivo: str) -> Message:
        self._cerrada = True
        await self._send({"type": "websocket.close", "code": codigo, "reason": motivo})
        return {"type": "websocket.disconnect", "code": codigo, "reason": motivo}
