"""Reconstruir mientras veinte personas miran: ninguna página mezcla dos tableros.

Dos tableros iguales llevan distinta cifra en todas sus tarjetas (51 y 777). Uno y otro se ponen en
su lugar, de una vez, como lo hace una construcción. Una página con las dos cifras es una mezcla.

Uso: python tests/fallas/reconstruir_con_gente.py [--construcciones 50] [--personas 20]
"""

import argparse
import asyncio
import random
import shutil
import sys
import tempfile
from pathlib import Path

from comun_servir import construir, marcar, mirar, opciones_comunes, paginas, servidor

MARCAS = ("51", "777")
VISTAS = ("con_0", "con_1", "con_2")
"""Cuántas páginas llevan ninguna marca, una o las dos."""
PALABRAS_DE_FALLA = ("no se pudo mostrar", "Traceback", "dañado", "Todavía no")


async def persona(direccion: str, semilla: int, fin: asyncio.Event, cuenta: dict[str, int]) -> None:
    """Abre páginas al azar hasta que terminen las construcciones."""
    azar = random.Random(semilla)  # noqa: S311
    while not fin.is_set():
        try:
            async with mirar(direccion) as mirador:
                for _ in range(5):
                    pagina = azar.choice(paginas())
                    vista = await mirador.pedir(pagina)
                    contar(vista.todo, cuenta, pagina)
                    if vista.diferidas and azar.random() < 0.3:
                        _, error = await mirador.archivo(azar.choice(vista.diferidas))
                        cuenta["descargas"] += 1
                        cuenta["negadas"] += bool(error)
                    if fin.is_set():
                        return
        except Exception as error:
            cuenta["errores"] += 1
            print(f"  error: {error!r}", file=sys.stderr)
            await asyncio.sleep(1)


def contar(texto: str, cuenta: dict[str, int], pagina: str) -> None:
    """Anota si la página mezcla o falló."""
    halladas = [m for m in MARCAS if f"[{m}]" in texto]
    cuenta["paginas"] += 1
    cuenta[f"con_{len(halladas)}"] += 1
    if len(halladas) > 1:
        cuenta["mezclas"] += 1
        print(f"  mezcla en «{pagina or 'inicio'}»", file=sys.stderr)
    if falla := next((p for p in PALABRAS_DE_FALLA if p in texto), None):
        cuenta["errores"] += 1
        print(f"  «{falla}» en «{pagina or 'inicio'}»", file=sys.stderr)


async def ensayar(opciones: argparse.Namespace, carpeta: Path) -> dict[str, int]:
    """El ensayo entero; da la cuenta."""
    claves = ("paginas", "mezclas", "errores", "descargas", "negadas", "copias", *VISTAS)
    cuenta = dict.fromkeys(claves, 0)
    datos = carpeta / "datos"
    vigente = construir(opciones.arbol, datos)
    dos = [marcar(vigente, carpeta / f"{m}.duckdb", m) for m in MARCAS]
    shutil.copyfile(dos[0], vigente)
    with servidor(opciones.arbol, datos, opciones.puerto) as abierto:
        fin = asyncio.Event()
        personas = [
            asyncio.create_task(persona(abierto.direccion, n, fin, cuenta))
            for n in range(opciones.personas)
        ]
        for vuelta in range(opciones.construcciones):
            await asyncio.sleep(opciones.cada)
            nuevo = datos / "nuevo.tmp"
            shutil.copyfile(dos[(vuelta + 1) % 2], nuevo)
            nuevo.replace(vigente)
            cuenta["copias"] = max(cuenta["copias"], abierto.copias())
        await asyncio.sleep(opciones.cada)
        fin.set()
        await asyncio.gather(*personas)
    return cuenta


def main() -> int:
    """Corre el ensayo y dice qué pasó; 1 si algo se mezcló o falló."""
    partes = opciones_comunes(__doc__, 8720)
    partes.add_argument("--construcciones", type=int, default=50)
    partes.add_argument("--personas", type=int, default=20)
    partes.add_argument("--cada", type=float, default=2.0, help="segundos entre construcciones")
    opciones = partes.parse_args()
    with tempfile.TemporaryDirectory(prefix="falla-reconstruir-") as carpeta:
        cuenta = asyncio.run(ensayar(opciones, Path(carpeta)))
    print(
        f"{opciones.construcciones} construcciones, {opciones.personas} personas: "
        f"{cuenta['paginas']} páginas, {cuenta['mezclas']} mezclan los dos tableros y "
        f"{cuenta['errores']} con error. Descargas: {cuenta['descargas']}, "
        f"{cuenta['negadas']} negadas porque su tablero ya no está. "
        f"Copias abiertas a la vez, a lo sumo: {cuenta['copias']}."
    )
    return int(bool(cuenta["mezclas"] or cuenta["errores"] or not cuenta["con_1"]))


if __name__ == "__main__":
    sys.exit(main())
