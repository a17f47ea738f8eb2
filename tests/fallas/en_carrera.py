"""Dos órdenes a la vez: ninguna borra lo que la otra hizo, y la que no puede lo dice.

1. `construir` se detiene (SIGSTOP) mientras lee; se intenta `importar`; `construir` sigue.
2. Lo mismo, y alguien borra el archivo del cerrojo: el tablero nuevo no se pierde.
3. Varios `sellar --si` a la vez sobre un libro cambiado: uno sella y los demás lo saben.
"""

import argparse
import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from comun_escritura import carpeta_de_datos, correr, editar, huellas, lanzar
from fabrica_importar import libro

OCUPADO = 9
NEGADA = (OCUPADO, 10)
"""Otra quitó lo que llevaba a medias, o el tablero es más nuevo que lo que leyó."""


def detener_e_importar(datos: Path, espera: float, *, sin_cerrojo: bool) -> list[str]:
    """Qué promesa se rompió, si alguna."""
    correr(datos, "construir")
    archivo = libro(datos / "aparte" / "LIBRO.xlsx") if (datos / "aparte").is_dir() else None
    if archivo is None:
        (datos / "aparte").mkdir()
        archivo = libro(datos / "aparte" / "LIBRO.xlsx")
    lento = lanzar(datos, "construir")
    # Detenida en cuanto tomó el cerrojo: lo dice la primera línea que escribe.
    assert lento.stdout is not None
    lento.stdout.readline()
    time.sleep(espera)
    os.kill(lento.pid, signal.SIGSTOP)
    if sin_cerrojo:
        (datos / ".escribiendo").unlink()
    importado = correr(datos, "seguimiento", "importar", archivo)
    print(f"  importar: {importado.returncode} · {(importado.stderr or importado.stdout).strip()}")
    antes = huellas(datos / "fuentes")
    os.kill(lento.pid, signal.SIGCONT)
    _, errores = lento.communicate(timeout=300)
    print(f"  construir: {lento.returncode} · {errores.strip() or 'terminó'}")
    fallas = []
    if huellas(datos / "fuentes") != antes:
        fallas.append("las fuentes cambiaron")
    if sin_cerrojo and (importado.returncode != 0 or lento.returncode not in NEGADA):
        fallas.append("sin cerrojo, construir no se negó a reemplazar el tablero más nuevo")
    if not sin_cerrojo and (importado.returncode, lento.returncode) != (OCUPADO, 0):
        fallas.append("importar no esperó su turno")
    if not sin_cerrojo:
        importado = correr(datos, "seguimiento", "importar", archivo)
    if "seguimiento_" not in correr(datos, "estado").stdout:
        fallas.append("lo importado no está en el tablero")
    return fallas


def sellar_a_la_vez(datos: Path, cuantos: int) -> list[str]:
    editar(datos, 60_431_777)
    sellos = [lanzar(datos, "sellar", "--si") for _ in range(cuantos)]
    dichos = [(s.communicate(timeout=300), s.returncode) for s in sellos]
    codigos = Counter(codigo for _, codigo in dichos)
    sellaron = sum("sellado por" in salida for (salida, _), codigo in dichos if codigo == 0)
    print(f"  {cuantos} sellos a la vez: códigos {dict(codigos)}; sellaron {sellaron}")
    otros = {errores.strip() for (_, errores), codigo in dichos if codigo}
    for otro in sorted(otros)[:3]:
        print(f"    «{otro}»")
    fallas = [] if sellaron == 1 else [f"sellaron {sellaron}"]
    if set(codigos) - {0, 3, OCUPADO}:
        fallas.append(f"códigos inesperados: {dict(codigos)}")
    if correr(datos, "construir").returncode:
        fallas.append("después de sellar no se pudo construir")
    return fallas


def principal() -> int:
    opciones = argparse.ArgumentParser(description=__doc__)
    opciones.add_argument("--sellos", type=int, default=5, help="cuántos a la vez")
    opciones.add_argument("--espera", type=float, default=0.3, help="segundos antes de detener")
    pedido = opciones.parse_args()
    fallas: list[str] = []
    for sin_cerrojo in (False, True):
        print(f"Construir detenida{' y el cerrojo borrado' if sin_cerrojo else ''}:")
        with carpeta_de_datos() as datos:
            fallas += detener_e_importar(datos, pedido.espera, sin_cerrojo=sin_cerrojo)
    print("Varios sellos:")
    with carpeta_de_datos() as datos:
        fallas += sellar_a_la_vez(datos, pedido.sellos)
    print("Se rompió: " + "; ".join(fallas) if fallas else "Todo se cumplió.")
    return bool(fallas)


if __name__ == "__main__":
    sys.exit(principal())
