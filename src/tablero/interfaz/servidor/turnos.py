"""Turnos justos para lo que ocupa el procesador: dibujar una página, un mapa o un archivo.

Todo lo de Python corre en un solo procesador. Si todos dibujaran a la vez, cada uno tardaría lo de
todos; y quien más pide se llevaría casi todo. Por eso solo unos pocos dibujan a la vez y entra
primero quien menos ha ocupado en los últimos segundos. Los que piden sin parar, o han ocupado
mucho, se reparten un solo turno, con descansos y cuando nadie más está dibujando: los demás siempre
encuentran uno libre, y ellos, si están solos, casi no lo notan.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

A_LA_VEZ = 3
REVISAR = 0.05
VIDA_MEDIA = 10.0
"""Segundos en que se olvida la mitad de lo que alguien ocupó."""
PESADO = 4.0
"""Segundos ocupados desde los que alguien es de los que ocupan mucho."""
HARTA = 3.0
"""Segundos tras los que uno que ocupa mucho ya no espera a que los demás terminen."""
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
        self.insiste = False
        """Si está pidiendo más seguido de lo que alguien mira."""
        self.desde = 0.0
        """Cuándo comenzó a esperar, o a dibujar."""
        self.ocupo = 0.0
        """Lo que le tocó del procesador en este turno."""

    @property
    def es_pesado(self) -> bool:
        """Si pide sin parar, u ocupó mucho hace poco."""
        return self.insiste or self.gasto.ver() > PESADO


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
        self._visto = reloj()
        self._descansan_hasta = 0.0
        self._despertador: asyncio.TimerHandle | None = None

    def nuevo(self, direccion: str) -> Cliente:
        """Una pestaña que se abre."""
        return Cliente(direccion, self.reloj)

    async def tomar(self, cliente: Cliente) -> None:
        """Espera su turno; `SinTurno` si ya esperan demasiados."""
        if len(self._esperan) >= EN_ESPERA:
            raise SinTurno
        llamado: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        espera = (cliente, llamado)
        cliente.desde = self.reloj()
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
        self._cobrar()
        self._dibujan.remove(cliente)
        if cliente.es_pesado:
            self._descansan_hasta = self.reloj() + self.reloj() - cliente.desde
        cliente.gasto.sumar(cliente.ocupo)
        self._de(cliente.direccion).sumar(cliente.ocupo)
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

    def _cobrar(self) -> None:
        """A cada uno de los que dibujan, su parte del tiempo desde la última vez."""
        ahora = self.reloj()
        for cliente in self._dibujan:
            cliente.ocupo += (ahora - self._visto) / len(self._dibujan)
        self._visto = ahora

    def _repartir(self) -> None:
        self._cobrar()
        while len(self._dibujan) < A_LA_VEZ:
            pueden = [espera for espera in self._esperan if self._puede(espera[0])]
            if not pueden:
                break
            # `min` deja primero al que llegó antes, entre iguales.
            elegida = min(pueden, key=lambda espera: self._que_tanto(espera[0]))
            self._esperan.remove(elegida)
            cliente, llamado = elegida
            if llamado.cancelled():
                continue
            cliente.desde = self.reloj()
            cliente.ocupo = 0.0
            self._dibujan.append(cliente)
            llamado.set_result(None)
        if self._esperan and self._despertador is None:
            # Nadie avisa cuando termina un descanso o se agota una espera.
            bucle = asyncio.get_running_loop()
            self._despertador = bucle.call_later(REVISAR, self._despertar)

    def _despertar(self) -> None:
        self._despertador = None
        self._repartir()

    def _puede(self, cliente: Cliente) -> bool:
        if not cliente.es_pesado:
            return True
        ahora = self.reloj()
        if ahora < self._descansan_hasta or any(otro.es_pesado for otro in self._dibujan):
            return False
        return not self._dibujan or ahora - cliente.desde > HARTA

    def _que_tanto(self, cliente: Cliente) -> tuple[bool, float, float]:
        """Lo que se compara: si ocupa mucho, lo de su dirección y lo suyo."""
        return cliente.es_pesado, self._de(cliente.direccion).ver(), cliente.gasto.ver()

    def _de(self, direccion: str) -> Gasto:
        if direccion not in self._por_direccion and len(self._por_direccion) > EN_ESPERA:
            gastos = self._por_direccion.items()
            self._por_direccion = {d: g for d, g in gastos if g.ver() >= OLVIDO}
        return self._por_direccion.setdefault(direccion, Gasto(self.reloj))
