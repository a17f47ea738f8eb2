"""Una sala entera detrás de una sola dirección, y el ZIP de las fichas mientras alguien filtra.

Sesenta personas abren el tablero a la vez desde la misma dirección y todas lo ven. Después una
cambia de filtro, primero sin nadie más y luego mientras se prepara el ZIP de las 34 fichas: se mide
cuánto espera, y cuánta memoria pide de más quien atiende.

Uso: python tests/fallas/sala.py [--personas 60] [--muestras 30]
"""

import asyncio
import sys
import time
from contextlib import AsyncExitStack

from comun_frontera import percentiles
from comun_servir import (
    Mirador,
    Servidor,
    descargar,
    mirar,
    opciones_comunes,
    recien_construido,
)

TERRITORIOS = ("municipio=54001", "municipio=81001", "municipio=05001", "")
TOPE_MS = 300.0
CADA = 0.5
"""Segundos entre dos cambios de filtro de una persona."""


async def sala(abierto: Servidor, personas: int) -> int:
    """Cuántas ven la portada completa, con todas adentro a la vez."""
    async with AsyncExitStack() as abiertas:
        inicio = time.perf_counter()
        todas = [
            await abiertas.enter_async_context(mirar(abierto.direccion)) for _ in range(personas)
        ]
        vistas = await asyncio.gather(*(una.pedir("") for una in todas))
        bien = sum("113.142" in v.todo for v in vistas)
        print(f"{bien} de {personas} vieron la portada; {time.perf_counter() - inicio:.1f} s")
    return bien


async def filtrar(mirador: Mirador, muestras: int) -> list[float]:
    """Los segundos de cada cambio de filtro."""
    tardanzas = []
    for n in range(muestras):
        desde = time.perf_counter()
        await mirador.pedir("centros_integrate", TERRITORIOS[n % len(TERRITORIOS)])
        tardanzas.append(time.perf_counter() - desde)
        await asyncio.sleep(CADA)
    return tardanzas


async def con_el_zip(abierto: Servidor, muestras: int) -> float:
    """Lo que espera quien filtra mientras otra persona pide el ZIP; da el percentil 95 en ms."""
    async with mirar(abierto.direccion) as una, mirar(abierto.direccion) as otra:
        await filtrar(una, len(TERRITORIOS))
        print("Sin el ZIP: {:.0f} ms; {:.0f} ms".format(*percentiles(await filtrar(una, muestras))))
        fichas = await otra.pedir("ficha_territorial", "municipio=54001")
        antes = abierto.residente()
        zip_ = asyncio.create_task(el_mas_grande(abierto, otra, fichas.diferidas))
        mediana, p95 = percentiles(await filtrar(una, muestras))
        sigue = not zip_.done()
        octetos = await zip_
        print(
            f"Mientras se prepara (al final {'seguía' if sigue else 'ya no'}): "
            f"{mediana:.0f} ms; {p95:.0f} ms. ZIP de {octetos / 1e6:.1f} MB; memoria "
            f"{abierto.residente() - antes:+.0f} MB"
        )
    return p95


async def el_mas_grande(abierto: Servidor, mirador: Mirador, ofrecidos: list[str]) -> int:
    """Pide los archivos que ofrece la página; da los octetos del mayor, que es el ZIP."""
    mayor = 0
    for cual in ofrecidos:
        cuerpo = await descargar(abierto, mirador, cual)
        assert cuerpo is not None, "un archivo no se pudo bajar"
        mayor = max(mayor, len(cuerpo))
    return mayor


def main() -> int:
    """1 si alguien se quedó sin ver el tablero o si el ZIP le cuesta mucho a quien filtra."""
    partes = opciones_comunes(__doc__, 8726)
    partes.add_argument("--personas", type=int, default=60)
    partes.add_argument("--muestras", type=int, default=30)
    opciones = partes.parse_args()
    with recien_construido(opciones.arbol, opciones.puerto) as abierto:
        bien = asyncio.run(sala(abierto, opciones.personas))
        p95 = asyncio.run(con_el_zip(abierto, opciones.muestras))
    return int(bien < opciones.personas or p95 > TOPE_MS)


if __name__ == "__main__":
    sys.exit(main())
