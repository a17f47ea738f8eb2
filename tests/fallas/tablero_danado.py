"""El tablero falta, está cortado, dañado o no cabe la copia: se sirve la última buena, y se dice.

Con el servidor abierto se daña el archivo de cada manera y se visitan todas las páginas y la
versión ligera: cada una debe llevar la franja, en español, con sus datos de siempre y sin ninguna
ruta del disco. Después se compone, y la franja se va sola. Al final, SIGTERM dice que cerró y no
deja nada en la carpeta temporal. También se abre sin tablero, que es otra página.

Uso: python tests/fallas/tablero_danado.py [--puerto 8722]
(La carpeta temporal llena necesita poder montar un tmpfs: solo como administrador, en Linux.)
"""

import asyncio
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb
from comun_servir import (
    AQUI,
    Servidor,
    bajar,
    construir,
    marcar,
    mirar,
    opciones_comunes,
    paginas,
    servidor,
)

INGLES = re.compile(
    r"\b(Error|Exception|Traceback|Permission|No space|not found|failed|cannot|Catalog)\b"
)
LUGAR = "municipio=54001"
FRANJA = "última copia buena"


def sin_archivo(vigente: Path) -> None:
    """Lo borra."""
    vigente.unlink()


def cortado(vigente: Path) -> None:
    """Como queda una copia que se interrumpió."""
    vigente.write_bytes(vigente.read_bytes()[: vigente.stat().st_size // 2])


def danado(vigente: Path) -> None:
    """Con bloques cambiados por dentro: el índice se lee bien."""
    octetos = bytearray(vigente.read_bytes())
    for lugar in range(len(octetos) // 3, len(octetos) // 2, 65_536):
        octetos[lugar : lugar + 400] = b"?" * 400
    vigente.write_bytes(octetos)


def ilegible(vigente: Path) -> None:
    """Sin permiso de lectura (al administrador el sistema se lo da siempre)."""
    vigente.chmod(0)


def carpeta(vigente: Path) -> None:
    """Una carpeta en su lugar."""
    vigente.unlink()
    vigente.mkdir()


def sin_espacio(vigente: Path) -> None:
    """La carpeta temporal se llena y después llega un tablero más grande.

    Uno del mismo tamaño cabe: antes de copiarlo se suelta el que ya nadie mira.
    """
    temporal = vigente.parent.parent / "temporal"
    with (temporal / "relleno").open("wb") as relleno:
        try:
            while True:
                relleno.write(b"0" * 65_536)
                relleno.flush()
        except OSError:
            pass
    nuevo = vigente.with_suffix(".nuevo")
    shutil.copyfile(vigente, nuevo)
    with duckdb.connect(str(nuevo)) as conexion:
        conexion.execute("CREATE TABLE relleno AS SELECT random() AS r FROM range(3_000_000)")
    nuevo.replace(vigente)


def componer(bueno: Path, vigente: Path) -> None:
    """Deja el tablero bueno en su lugar y la carpeta temporal con espacio."""
    (vigente.parent.parent / "temporal" / "relleno").unlink(missing_ok=True)
    if vigente.is_dir():
        vigente.rmdir()
    nuevo = vigente.with_suffix(".nuevo")
    shutil.copyfile(bueno, nuevo)
    nuevo.replace(vigente)


@contextmanager
def temporal_pequena(temporal: Path) -> Iterator[bool]:
    """Un disco pequeño en la carpeta temporal; falso si no se puede montar."""
    orden = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(temporal)]
    montado = (
        sys.platform == "linux"
        and os.geteuid() == 0
        and subprocess.run(orden, check=False, capture_output=True).returncode == 0
    )
    try:
        yield montado
    finally:
        if montado:
            subprocess.run(["umount", "-l", str(temporal)], check=True)


async def vistas(abierto: Servidor) -> dict[str, str]:
    """El texto de cada página y de la versión ligera."""
    textos = {}
    for pagina in paginas():
        async with mirar(abierto.direccion) as mirador:
            textos[pagina or "inicio"] = (await mirador.pedir(pagina, LUGAR)).todo
    textos["ligera"] = bajar(abierto.direccion, "/ligera")[1].decode()
    return textos


def malas(textos: dict[str, str], raiz: Path, bien: Callable[[str], bool]) -> list[str]:
    """Las páginas que hablan inglés, muestran el disco o no cumplen `bien`."""
    faltas = []
    for nombre, texto in textos.items():
        if hallado := INGLES.search(texto):
            faltas.append(
                f"{nombre}: inglés («{texto[hallado.start() - 40 : hallado.end() + 40]}»)"
            )
        if str(raiz) in texto or "/tmp/" in texto or str(AQUI) in texto:  # noqa: S108
            faltas.append(f"{nombre}: muestra una ruta del disco")
        if not bien(texto):
            faltas.append(f"{nombre}: no dice lo que debe")
    return faltas


def informar(que: str, textos: dict[str, str], faltas: list[str]) -> int:
    """Un renglón, y las faltas debajo; da cuántas páginas fallaron."""
    cuantas = len({falta.split(":")[0] for falta in faltas})
    print(f"{que}: {len(textos) - cuantas} de {len(textos)} páginas bien")
    for falta in faltas[:6]:
        print(f"    {falta}")
    return cuantas


def con_copia_buena(arbol: Path, raiz: Path, bueno: Path, puerto: int, solo: str) -> int:
    """Cada daño con el servidor abierto."""
    vigente, fallas = raiz / "datos" / "tablero.duckdb", 0
    danos = [sin_archivo, cortado, danado, carpeta]
    danos += [ilegible] if hasattr(os, "geteuid") and os.geteuid() else []
    with ExitStack() as pila:
        if pila.enter_context(temporal_pequena(raiz / "temporal")):
            danos.append(sin_espacio)
        danos = [d for d in danos if solo in ("", d.__name__)]
        abierto = pila.enter_context(servidor(arbol, raiz / "datos", puerto))
        sanas = asyncio.run(vistas(abierto))
        fallas += informar("sano", sanas, malas(sanas, raiz, lambda t: "[51]" in t))
        for danar in danos:
            danar(vigente)
            textos = asyncio.run(vistas(abierto))
            fallas += informar(
                danar.__name__,
                textos,
                malas(textos, raiz, lambda t: FRANJA in t and "[51]" in t),
            )
            componer(bueno, vigente)
            time.sleep(2)
            despues = asyncio.run(vistas(abierto))
            fallas += informar(
                f"{danar.__name__}, ya compuesto",
                despues,
                malas(despues, raiz, lambda t: FRANJA not in t and "[51]" in t),
            )
        fallas += cerrar(abierto)
    return fallas


def cerrar(abierto: Servidor) -> int:
    """SIGTERM: lo dice y no deja nada."""
    abierto.proceso.send_signal(signal.SIGTERM)
    codigo = abierto.proceso.wait(timeout=60)
    dicho = "Tablero cerrado." in abierto.bitacora.read_text(encoding="utf-8")
    restos = [r.name for r in abierto.temporal.iterdir()]
    print(f"SIGTERM: código {codigo}, {'lo dice' if dicho else 'no dice nada'}, deja {restos}")
    return int(not dicho) + len(restos)


def sin_tablero(arbol: Path, raiz: Path, bueno: Path, puerto: int) -> int:
    """Abierto sin que haya ninguno: dice cómo construirlo, y cuando aparece se ve."""
    vigente = raiz / "datos" / "tablero.duckdb"
    vigente.unlink()
    with servidor(arbol, raiz / "datos", puerto) as abierto:
        textos = asyncio.run(vistas(abierto))
        faltas = malas(textos, raiz, lambda t: "Constrúyalo con: tablero construir" in t)
        fallas = informar("abierto sin tablero", textos, faltas)
        componer(bueno, vigente)
        textos = asyncio.run(vistas(abierto))
        fallas += informar("apareció", textos, malas(textos, raiz, lambda t: "[51]" in t))
    return fallas


def main() -> int:
    """1 si alguna página no cumple, o quedó algo."""
    partes = opciones_comunes(__doc__, 8722)
    partes.add_argument("--solo", default="", help="un daño: «cortado», «sin_espacio»…")
    opciones = partes.parse_args()
    with tempfile.TemporaryDirectory(prefix="falla-danado-") as nombre:
        raiz = Path(nombre)
        bueno = marcar(construir(opciones.arbol, raiz / "datos"), raiz / "bueno.duckdb", "51")
        componer(bueno, raiz / "datos" / "tablero.duckdb")
        fallas = con_copia_buena(opciones.arbol, raiz, bueno, opciones.puerto, opciones.solo)
        fallas += sin_tablero(opciones.arbol, raiz, bueno, opciones.puerto)
    print(f"{fallas} fallas")
    return int(bool(fallas))


if __name__ == "__main__":
    sys.exit(main())
