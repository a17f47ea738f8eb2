"""El disco se llena mientras se escribe: se dice en español y todo queda como estaba.

La carpeta de datos va en un disco pequeño en memoria (`mount -t tmpfs`), que se llena hasta dejar
cada vez más lugar. Solo `root` puede montarlo; si no, se dice y no se prueba.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from comun_escritura import RAIZ, correr, editar, huellas, restos
from fabrica_importar import libro

SIN_ESPACIO = 13
KIB = 1024


@contextmanager
def disco(megas: int) -> Iterator[Path]:
    carpeta = Path(tempfile.mkdtemp(prefix="tablero-disco-"))
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={megas}m", "tmpfs", str(carpeta)], check=True
    )
    try:
        yield carpeta
    finally:
        subprocess.run(["umount", "-l", str(carpeta)], check=False)
        shutil.rmtree(carpeta, ignore_errors=True)


def llenar(carpeta: Path, libres: int) -> None:
    """Deja solo `libres` octetos."""
    estorbo = carpeta / "estorbo"
    estorbo.unlink(missing_ok=True)
    sobran = shutil.disk_usage(carpeta).free - libres
    estorbo.write_bytes(b"\0" * max(sobran, 0))


def probar(datos: Path, orden: tuple[str, ...], libres: int, **mas: str) -> list[str]:
    """Qué promesa se rompió al correr la orden con ese lugar libre."""
    llenar(Path(mas.get("TMPDIR", datos)), libres)
    (datos / "registro").is_dir() and shutil.rmtree(datos / "registro")
    antes = huellas(datos)
    hecho = correr(datos, *orden, **mas)
    shutil.rmtree(datos / "registro", ignore_errors=True)
    donde = "el temporal" if mas else "los datos"
    dicho = hecho.stderr.strip().splitlines()
    print(f"  {orden[0]}, {libres // KIB} KiB libres en {donde}: {hecho.returncode} · {dicho[:1]}")
    if hecho.returncode == 0:
        return []
    fallas = []
    if hecho.returncode != SIN_ESPACIO or "Traceback" in hecho.stderr:
        fallas.append(f"{orden[0]} con {libres}: {hecho.returncode} {hecho.stderr[-300:]}")
    if huellas(datos) != antes:
        fallas.append(f"{orden[0]} con {libres}: algo cambió")
    if restos(datos):
        fallas.append(f"{orden[0]} con {libres}: quedan {restos(datos)}")
    return fallas


def principal() -> int:
    opciones = argparse.ArgumentParser(description=__doc__)
    opciones.add_argument("--pasos", type=int, nargs="+", default=[0, 64, 512, 2048, 4096])
    pedido = opciones.parse_args()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        print("No se probó: montar un disco pequeño necesita ser root.")
        return 0
    fallas: list[str] = []
    with disco(24) as datos:
        shutil.copytree(RAIZ / "data" / "fuentes", datos / "fuentes")
        for kib in pedido.pasos:  # sin tablero anterior
            fallas += probar(datos, ("construir",), kib * KIB)
        (datos / "tablero.duckdb").unlink(missing_ok=True)
        (datos / "estorbo").unlink()
        if correr(datos, "construir").returncode:
            fallas.append("no se pudo construir con lugar")
        with tempfile.TemporaryDirectory() as aparte:
            archivo = libro(Path(aparte) / "LIBRO.xlsx")
            for kib in pedido.pasos[:4]:  # encima del anterior
                fallas += probar(datos, ("construir",), kib * KIB)
                fallas += probar(datos, ("seguimiento", "importar", str(archivo)), kib * KIB)
        (datos / "estorbo").unlink()
        editar(datos, 60_431_777)
        fallas += probar(datos, ("sellar", "--si"), 0)
        with disco(1) as temporal:
            (datos / "estorbo").unlink()
            hecho = correr(datos, "sellar", "--si", TMPDIR=str(temporal))
            fallas += [] if hecho.returncode == 0 else [f"sellar: {hecho.stderr}"]
            fallas += probar(datos, ("construir",), 0, TMPDIR=str(temporal))
    print("Se rompió:\n  " + "\n  ".join(fallas) if fallas else "Todo se cumplió.")
    return bool(fallas)


if __name__ == "__main__":
    sys.exit(principal())
