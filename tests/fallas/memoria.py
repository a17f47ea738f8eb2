"""Diez mil peticiones y quinientas descargas: el servidor no crece sin tope.

Calentar es visitar cada página con cada territorio y descargar cada archivo una vez. Se mide la
memoria residente, se hacen las peticiones de toda clase (páginas con y sin territorio, territorios
que no existen, la versión ligera, CSV, imágenes, PDF) y se mide otra vez: no más de 60 MB.

Uso: python tests/fallas/memoria.py [--peticiones 10000] [--descargas 500] [--largas 300]
"""

import argparse
import asyncio
import random
import re
import sys
import time
from urllib.parse import quote

from comun_servir import (
    Servidor,
    bajar,
    descargar,
    mirar,
    opciones_comunes,
    paginas,
    recien_construido,
)

TOPE = 60.0
MUNICIPIOS = ("54001", "05001", "81001", "11001", "08001", "76001", "13001", "44001", "52356")
DEPARTAMENTOS = ("Arauca", "Norte de Santander", "La Guajira", "Antioquia", "Nariño", "Chocó")
CONSULTAS = (
    "",
    *(f"municipio={m}" for m in MUNICIPIOS),
    *(f"departamento={quote(d)}" for d in DEPARTAMENTOS),
)
PAGINAS_POR_SESION = 20
POR_MEDIR = 500
LARGO = 7_500
"""Octetos de un territorio inventado; una dirección de más de 8 kB no se recibe."""


def inventada(azar: random.Random) -> str:
    """Una consulta que no existe, distinta cada vez."""
    return f"municipio={azar.randrange(10**9)}&politica=x{azar.randrange(10**9)}"


async def gente(abierto: Servidor, cuantas: int, descargas: int, semilla: int) -> tuple[int, int]:
    """Hace las peticiones; da las páginas con falla y las descargas hechas."""
    azar, fallas, hechas = random.Random(semilla), 0, 0  # noqa: S311
    van = 0
    rutas = ["/ligera", "/salud", "/"]
    rutas += re.findall(r'href="(/ligera/[^"]+)"', bajar(abierto.direccion, "/ligera")[1].decode())
    while van < cuantas:
        async with mirar(abierto.direccion) as mirador:
            for _ in range(min(PAGINAS_POR_SESION, cuantas - van)):
                van += 1
                if azar.random() < 0.25:
                    estado, _ = await asyncio.to_thread(
                        bajar, abierto.direccion, azar.choice(rutas)
                    )
                    fallas += estado >= 500
                    continue
                consulta = inventada(azar) if azar.random() < 0.15 else azar.choice(CONSULTAS)
                vista = await mirador.pedir(azar.choice(paginas()), consulta)
                fallas += "no se pud" in vista.todo
                if vista.diferidas and hechas < descargas * van / cuantas:
                    cual = azar.choice(vista.diferidas)
                    hechas += await descargar(abierto, mirador, cual) is not None
    return fallas, hechas


async def calentar(abierto: Servidor) -> None:
    """Todas las páginas, con y sin cada territorio, y cada archivo que ofrecen."""
    for consulta in CONSULTAS:
        async with mirar(abierto.direccion) as mirador:
            for pagina in paginas():
                vista = await mirador.pedir(pagina, consulta)
                for cual in vista.diferidas if not consulta else ():
                    await descargar(abierto, mirador, cual)
    bajar(abierto.direccion, "/ligera")


async def largas(abierto: Servidor, cuantas: int) -> None:
    """Municipios distintos que no existen, tan largos como se reciben: 8 kB de dirección."""
    async with mirar(abierto.direccion) as mirador:
        for n in range(cuantas):
            await mirador.pedir("semaforo", f"municipio={n:04}" + "9" * LARGO)


async def ensayar(opciones: argparse.Namespace) -> float:
    """El ensayo; da los MB que creció."""
    with recien_construido(opciones.arbol, opciones.puerto) as abierto:
        inicio = time.monotonic()
        print(f"Recién abierto: {abierto.residente():.0f} MB", flush=True)
        await calentar(abierto)
        caliente = abierto.residente()
        print(f"Después de visitarlo todo: {caliente:.0f} MB", flush=True)
        fallas = hechas = van = 0
        while van < opciones.peticiones:
            ahora = min(POR_MEDIR, opciones.peticiones - van)
            propias = round(opciones.descargas * ahora / opciones.peticiones)
            malas, bajadas = await gente(abierto, ahora, propias, van)
            fallas, hechas, van = fallas + malas, hechas + bajadas, van + ahora
            print(
                f"  {van} peticiones, {hechas} descargas: {abierto.residente():.0f} MB, "
                f"{time.monotonic() - inicio:.0f} s",
                flush=True,
            )
        crecio = abierto.residente() - caliente
        print(f"{van} peticiones y {hechas} descargas: {crecio:+.0f} MB; {fallas} fallas")
        if opciones.largas:
            antes = abierto.residente()
            await largas(abierto, opciones.largas)
            print(f"{opciones.largas} municipios de 7,5 kB: {abierto.residente() - antes:+.0f} MB")
            crecio = max(crecio, abierto.residente() - caliente)
    return crecio


def main() -> int:
    """1 si creció más del tope."""
    partes = opciones_comunes(__doc__, 8724)
    partes.add_argument("--peticiones", type=int, default=10_000)
    partes.add_argument("--descargas", type=int, default=500)
    partes.add_argument("--largas", type=int, default=300)
    opciones = partes.parse_args()
    return int(asyncio.run(ensayar(opciones)) > TOPE)


if __name__ == "__main__":
    sys.exit(main())
