"""Un cliente que inunda contra los demás: cuánto espera otra persona por un cambio de filtro.

    python tests/fallas/inundar.py                las tres inundaciones, y sin ninguna
    python tests/fallas/inundar.py --muestras 60  con más cambios de cada una

Sale con 1 si el percentil 95 de los demás pasa de 300 ms en alguna.
"""

import argparse
import asyncio
import contextlib
import itertools
import multiprocessing
import sys
import time
from pathlib import Path

import websockets
from comun_frontera import RAIZ, Visitante, borrar_caches, percentiles, servidor, volver_a_correr

LIMITE = 300.0
TOPE = 90.0
"""Segundos que se espera por un solo cambio."""
CONSULTAS = ("departamento=Arauca", "departamento=La%20Guajira", "")
INUNDACIONES = {
    "nadie inunda": (0, 0, b""),
    "un socket, 800 mensajes por segundo": (1, 800, volver_a_correr()),
    "20 sockets, 20 por segundo cada uno": (20, 20, volver_a_correr()),
    "clear_cache, 20 por segundo": (1, 20, borrar_caches()),
}


async def _atacar(direccion: str, por_segundo: int, mensaje: bytes) -> None:
    """Envía sin parar y bota lo que recibe; si lo cierran, vuelve."""
    while True:
        with contextlib.suppress(OSError, websockets.WebSocketException):
            async with Visitante.abrir(direccion) as atacante:
                recibir = asyncio.create_task(_botar(atacante))
                try:
                    siguiente = time.perf_counter()
                    for numero in itertools.count(1):
                        await atacante.conexion.send(mensaje)
                        if numero % max(1, por_segundo // 20) == 0:
                            siguiente += max(1, por_segundo // 20) / por_segundo
                            await asyncio.sleep(max(0, siguiente - time.perf_counter()))
                finally:
                    recibir.cancel()
        await asyncio.sleep(0.5)


async def _botar(atacante: Visitante) -> None:
    with contextlib.suppress(websockets.WebSocketException):
        async for _ in atacante.conexion:
            pass


def _inundar(direccion: str, sockets: int, por_segundo: int, mensaje: bytes) -> None:
    async def todos() -> None:
        await asyncio.gather(*(_atacar(direccion, por_segundo, mensaje) for _ in range(sockets)))

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(todos())


async def _medir(direccion: str, muestras: int) -> list[float]:
    async with Visitante.abrir(direccion) as persona:
        await persona.pedir()
        tiempos = []
        for consulta in itertools.islice(itertools.cycle(CONSULTAS), muestras):
            try:
                tiempos.append(await asyncio.wait_for(persona.pedir("", consulta), TOPE))
            except TimeoutError:
                return [*tiempos, TOPE]
            await asyncio.sleep(0.5)
        return tiempos


def principal() -> int:
    """Mide cada inundación y escribe una línea por cada una."""
    opciones = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    opciones.add_argument("--muestras", type=int, default=30)
    opciones.add_argument("--puerto", type=int, default=8740)
    opciones.add_argument("--raiz", type=Path, default=RAIZ, help="el programa que se mide")
    opciones.add_argument("--solo", default="", help="las inundaciones que dicen esto")
    dicho = opciones.parse_args()
    cumple = True
    for nombre, (sockets, por_segundo, mensaje) in INUNDACIONES.items():
        if dicho.solo not in nombre:
            continue
        with servidor(dicho.puerto, dicho.raiz) as direccion:
            atacante = multiprocessing.Process(
                target=_inundar, args=(direccion, sockets, por_segundo, mensaje), daemon=True
            )
            if sockets:
                atacante.start()
                time.sleep(3)
            try:
                tiempos = asyncio.run(_medir(direccion, dicho.muestras))
            finally:
                if sockets:
                    atacante.kill()
        p50, p95 = percentiles(tiempos * (2 if len(tiempos) == 1 else 1))
        cumple &= p95 < LIMITE
        print(
            f"{nombre}: los demás esperan {p50:.0f} ms (mediana), {p95:.0f} ms (percentil 95), "
            f"{max(tiempos) * 1000:.0f} ms lo más; {len(tiempos)} cambios",
            flush=True,
        )
    print("Cumple." if cumple else f"No cumple: el percentil 95 pasa de {LIMITE:.0f} ms.")
    return 0 if cumple else 1


if __name__ == "__main__":
    sys.exit(principal())
