"""Turnos justos para lo que ocupa el procesador: dibujar una página, un mapa o un archivo.

Todo lo de Python corre en un solo procesador. Si todos dibujaran a la vez, cada uno tardaría lo de
todos; y quien más pide se llevaría casi todo. Por eso solo unos pocos dibujan a la vez, entra
primero quien menos ha ocupado en los últimos segundos, y entre todos los que ocupan mucho se
reparten un solo turno: los demás siempre encuentran otro libre.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

A_LA_VEZ = 3
DE_LOS_PESADOS = 1
VIDA_MEDIA = 10.0
"""Segundos en que se olvida la mitad de lo que alguien ocupó."""
PESADO = 2.0
"""Segundos ocupados desde los que alguien es de los que ocupan mucho."""
EN_ESPERA = 400
OLVIDO = 0.01


class Gasto:
    """Los segundos que alguien ocupó, que se olvidan poco a poco."""

    def __init__(self, reloj: Callable[[], float]) -> None:
        self._reloj = reloj
        self._segundos = 0.0
        self._visto = reloj()

    def ver(self) -> float:
        """Lo que queda por olvidar."""
        ahora = self._reloj()
        self._segundos *= 0.5 ** ((ahora - self._visto) / VIDA_MEDIA)
        self._visto = ahora
        return self._segundos

    def sumar(self, segundos: float) -> None:
        """Ocupó `segundos` más."""
        self._segundos = self.ver() + segundos


class Cliente:
    """Quien pide turnos: una pestaña, o todo lo que pide sin pestaña una dirección."""

    def __init__(self, direccion: str, reloj: Callable[[], float]) -> None:
        self.direccion = direccion
        self.gasto = Gasto(reloj)
        self.desde = 0.0

    @property
    def es_pesado(self) -> bool:
        """Si ocupó mucho hace poco."""
        return self.gasto.ver() > PESADO


class SinTurno(Exception):
    """Hay demasiados esperando."""


class Turnos:
    """Reparte los turnos; es de un solo bucle de asyncio."""

    def __init__(self, reloj: Callable[[], float] = time.monotonic) -> None:
        self.reloj = reloj
        self._dibujan: list[Cliente] = []
        self._esperan: list[tuple[Cliente, asyncio.Future[None]]] = []
        self._por_direccion: dict[str, Gasto] = {}
        self._sin_pestana: dict[str, Cliente] = {}

    def nuevo(self, direccion: str) -> Cliente:
        """Una pestaña que se abre."""
        return Cliente(direccion, self.reloj)

    async def tomar(self, cliente: Cliente) -> None:
        """Espera su turno; `SinTurno` si ya esperan demasiados."""
        if len(self._esperan) >= EN_ESPERA:
            raise SinTurno
        llamado: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        espera = (cliente, llamado)
        self._esperan.append(espera)
        self._repartir()
        try:
            await llamado
        except asyncio.CancelledError:
            if llamado.done() and not llamado.cancelled():
                self.soltar(cliente)
            else:
                self._esperan.remove(espera)
            raise

    def soltar(self, cliente: Cliente) -> None:
        """Terminó; se anota lo que ocupó y pasa otro."""
        self._dibujan.remove(cliente)
        ocupo = self.reloj() - cliente.desde
        cliente.gasto.sumar(ocupo)
        self._de(cliente.direccion).sumar(ocupo)
        self._repartir()

    @asynccontextmanager
    async def turno(self, direccion: str) -> AsyncIterator[None]:
        """Un turno para lo que se pide sin pestaña."""
        if len(self._sin_pestana) > EN_ESPERA:
            viejos = [d for d, c in self._sin_pestana.items() if c.gasto.ver() < OLVIDO]
            for vieja in viejos:
                del self._sin_pestana[vieja]
        # Uno por pedido, con la cuenta de la dirección: así dos a la vez no se confunden.
        cuenta = self._sin_pestana.setdefault(direccion, self.nuevo(direccion))
        cliente = self.nuevo(direccion)
        cliente.gasto = cuenta.gasto
        await self.tomar(cliente)
        try:
            yield
        finally:
            self.soltar(cliente)

    def _repartir(self) -> None:
        while self._esperan and len(self._dibujan) < A_LA_VEZ:
            pesados = sum(1 for cliente in self._dibujan if cliente.es_pesado)
            pueden = [
                espera
                for espera in self._esperan
                if pesados < DE_LOS_PESADOS or not espera[0].es_pesado
            ]
            if not pueden:
                return
            # `min` deja primero al que llegó antes, entre iguales.
            elegida = min(pueden, key=lambda espera: self._que_tanto(espera[0]))
            self._esperan.remove(elegida)
            cliente, llamado = elegida
            if llamado.cancelled():
                continue
            cliente.desde = self.reloj()
            self._dibujan.append(cliente)
            llamado.set_result(None)

    def _que_tanto(self, cliente: Cliente) -> tuple[bool, float, float]:
        """Lo que se compara: si ocupa mucho, lo de su dirección y lo suyo."""
        return cliente.es_pesado, self._de(cliente.direccion).ver(), cliente.gasto.ver()

    def _de(self, direccion: str) -> Gasto:
        if direccion not in self._por_direccion and len(self._por_direccion) > EN_ESPERA:
            gastos = self._por_direccion.items()
            self._por_direccion = {d: g for d, g in gastos if g.ver() >= OLVIDO}
        return self._por_direccion.setdefault(direccion, Gasto(self.reloj))
