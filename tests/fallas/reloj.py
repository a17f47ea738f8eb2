"""El reloj del equipo se atrasa o se adelanta dos años: nada se pierde, se niega ni se borra.

Necesita `faketime` (en Debian: `apt install faketime`); si no está, se dice y no se prueba.
"""

import shutil
import sys
from pathlib import Path

from comun_escritura import carpeta_de_datos, correr, editar, restos
from fabrica_importar import SUMA, cambiar, libro

RELOJES = ("-2y", "+2y", "-2y", "+0")


def una_vuelta(datos: Path, numero: int, reloj: str) -> list[str]:
    """Un tablero hecho a otra hora se reemplaza, se sella y se barre igual."""
    antes = ("faketime", "-f", reloj)
    fallas: list[str] = []
    (datos / "tablero.duckdb.viejo.tmp").write_bytes(b"x")
    (datos / ".construccion-vieja").mkdir(exist_ok=True)
    editar(datos, 60_431_001 + numero)
    archivo = datos / "aparte" / "LIBRO.xlsx"
    libro(archivo, cambiar("1.1.1", reportes={**SUMA.reportes, (2025, 2): 30.0 + numero}))
    for orden in (
        ("sellar", "--si"),
        ("construir",),
        ("seguimiento", "importar", str(archivo), "--reemplazar"),
        ("estado",),
    ):
        hecho = correr(datos, *orden, antes=antes)
        dicho = hecho.stderr.strip() or hecho.stdout.strip().splitlines()[-1]
        print(f"  {reloj} {orden[0]}: {hecho.returncode} · {dicho}")
        if hecho.returncode:
            fallas.append(f"{reloj} {orden}: {hecho.stderr}")
    if restos(datos):
        fallas.append(f"{reloj}: quedan {restos(datos)}")
    guardados = sorted(p.name for p in (datos / "reemplazados").rglob("[0-9]") if p.is_dir())
    if guardados != [str(n + 1) for n in range(numero)]:
        fallas.append(f"{reloj}: los reemplazados son {guardados}")
    return fallas


def principal() -> int:
    if shutil.which("faketime") is None:
        print("No se probó: falta el programa faketime.")
        return 0
    fallas: list[str] = []
    with carpeta_de_datos() as datos:
        (datos / "aparte").mkdir()
        correr(datos, "construir")
        for numero, reloj in enumerate(RELOJES):
            fallas += una_vuelta(datos, numero, reloj)
    print("Se rompió:\n  " + "\n  ".join(fallas) if fallas else "Todo se cumplió.")
    return bool(fallas)


if __name__ == "__main__":
    sys.exit(principal())
