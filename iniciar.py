#!/usr/bin/env python3
"""Prepara el Tablero de Control y lo abre. Solo necesita Python 3.11 o posterior.

Uso:
  python3 iniciar.py                 prepara todo, construye el tablero y lo abre
  python3 iniciar.py --puerto 8600   lo mismo, en otro puerto
  python3 iniciar.py tablero ORDEN   una orden del tablero: «tablero construir», «tablero estado»…
  python3 iniciar.py pruebas         prepara todo, construye y pasa todas las pruebas
  python3 iniciar.py pruebas -k ipt  lo que sigue a «pruebas» se le da a pytest
  python3 iniciar.py --ayuda         muestra este texto

La primera vez crea la carpeta .venv y descarga los paquetes: tarda unos minutos y necesita
internet. Después comienza en segundos. En Windows el programa se llama «py» o «python».
"""

# Este archivo debe poder leerlo un Python viejo, para explicarle a quien lo usa qué le falta.
from __future__ import annotations

import collections
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess  # nosec B404  # solo lanza lo que este archivo nombra
import sys
import threading
import time
from pathlib import Path

RAIZ = Path(__file__).resolve().parent
PYTHON_MINIMO = (3, 11)
SELLO = "sello-tablero.json"
REQUISITOS = {
    "tablero": ("requirements.txt", "pyproject.toml"),
    "pruebas": ("requirements.txt", "requirements-pruebas.txt", "pyproject.toml"),
}
"""De qué archivos depende lo instalado para cada uso."""

BANDIT = ["-q", "-c", "pyproject.toml", "-r", "src", "app.py", "pages", "iniciar.py"]
"""Lo que corre en un equipo de la Alcaldía."""

BIEN, MAL, MAL_ESCRITO, INTERRUMPIDO = 0, 1, 2, 130


class NoSePuede(Exception):
    """Algo que la persona debe resolver; el mensaje dice cómo."""


def mensaje_de_version(version: tuple[int, ...]) -> str | None:
    """Por qué no sirve este Python; `None` si sirve."""
    if tuple(version[:2]) >= PYTHON_MINIMO:
        return None
    minimo, actual = (".".join(map(str, v)) for v in (PYTHON_MINIMO, version[:3]))
    return (
        f"El tablero necesita Python {minimo} o posterior y este es Python {actual}.\n"
        "Instale uno más nuevo (https://www.python.org/downloads/) y vuelva a intentarlo."
    )


def mensaje_sin_venv(plataforma: str) -> str:
    """Qué hacer cuando a este Python le faltan `venv` o `ensurepip`."""
    if plataforma.startswith("linux"):
        remedio = (
            "En Debian o Ubuntu:  sudo apt install python3-venv\n"
            "En Fedora:           sudo dnf install python3"
        )
    else:
        remedio = "Instale de nuevo Python desde https://www.python.org/downloads/"
    return f"A este Python le falta el módulo que crea entornos (venv).\n{remedio}"


def programa(raiz: Path, nombre: str, plataforma: str = sys.platform) -> Path:
    """Dónde queda un programa dentro del entorno: `Scripts` en Windows, `bin` en los demás."""
    if plataforma == "win32":
        return raiz / ".venv" / "Scripts" / f"{nombre}.exe"
    return raiz / ".venv" / "bin" / nombre


def huella(raiz: Path, uso: str) -> str:
    """Cambia cuando cambia cualquiera de los archivos de los que depende lo instalado."""
    resumen = hashlib.sha256()
    for nombre in REQUISITOS[uso]:
        contenido = (raiz / nombre).read_bytes().replace(b"\r\n", b"\n")
        resumen.update(f"{nombre}\0{len(contenido)}\0".encode())
        resumen.update(contenido)
    return resumen.hexdigest()


def leer_sello(raiz: Path) -> dict[str, str]:
    """Lo que se instaló la última vez; vacío si no se sabe."""
    try:
        sello = json.loads((raiz / ".venv" / SELLO).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return sello if isinstance(sello, dict) else {}


def escribir_sello(raiz: Path, uso: str) -> None:
    """Anota lo recién instalado; quien instala para las pruebas ya tiene lo del tablero."""
    usos = REQUISITOS if uso == "pruebas" else [uso]
    sello = {**leer_sello(raiz), "raiz": str(raiz), **{u: huella(raiz, u) for u in usos}}
    (raiz / ".venv" / SELLO).write_text(json.dumps(sello, indent=2), encoding="utf-8")


def ordenes_de_instalacion(raiz: Path, uso: str, plataforma: str = sys.platform) -> list[list[str]]:
    """Los paquetes con su versión fija, y el propio tablero sin volver a mirar los demás."""
    pip = [str(programa(raiz, "python", plataforma)), "-m", "pip", "install", "--no-input"]
    pip += ["--disable-pip-version-check", "--progress-bar", "off"]
    archivo = "requirements-pruebas.txt" if uso == "pruebas" else "requirements.txt"
    return [[*pip, "-r", archivo], [*pip, "--no-deps", "-e", "."]]


def comprobaciones(
    raiz: Path, extra: list[str], plataforma: str = sys.platform
) -> list[tuple[str, list[str]]]:
    """Cada comprobación con su título, en orden; pytest al final."""
    python = str(programa(raiz, "python", plataforma))
    tablero = str(programa(raiz, "tablero", plataforma))
    pytest = [python, "-m", "pytest", "-n", "auto", "--maxprocesses", "4"]
    pytest += ["--dist", "loadfile", "--no-loadscope-reorder"]  # por archivos, en su orden
    return [
        ("Construcción del tablero (tablero construir)", [tablero, "construir"]),
        ("Estilo del código (ruff check)", [python, "-m", "ruff", "check", "."]),
        ("Formato del código (ruff format)", [python, "-m", "ruff", "format", "--check", "."]),
        ("Tipos (mypy)", [python, "-m", "mypy"]),
        ("Capas (lint-imports)", [str(programa(raiz, "lint-imports", plataforma))]),
        ("Archivos generados (tablero generar)", [tablero, "generar", "--verificar"]),
        ("Seguridad del código (bandit)", [python, "-m", "bandit", *BANDIT]),
        ("Licencias de los paquetes (pip-licenses)", [python, "-m", "comprobaciones.licencias"]),
        ("Lista de componentes (CycloneDX)", [python, "-m", "comprobaciones.componentes"]),
        ("Vulnerabilidades (pip-audit)", [python, "-m", "comprobaciones.vulnerabilidades"]),
        ("Pruebas (pytest)", [*pytest, *extra]),
    ]


def describir(linea: str) -> str | None:
    """Lo que pip está haciendo, en español; `None` si la línea no dice nada nuevo."""
    linea = linea.strip()
    if linea.startswith("Collecting "):
        return f"buscando {linea.split()[1]}"
    if linea.startswith("Downloading "):
        return f"descargando {linea.split()[1].rsplit('/', 1)[-1]}"
    if linea.startswith("Installing collected packages:"):
        return f"instalando {linea.count(',') + 1} paquetes"
    if linea.startswith(("Building ", "Preparing ", "Installing build", "Getting requirements")):
        return "preparando el paquete"
    return None


def ambiente() -> dict[str, str]:
    """Las variables para los programas que se lanzan: siempre UTF-8, y pip dentro del entorno."""
    propias = {"PYTHONUTF8": "1", "PIP_USER": "0"}
    return {"TABLERO_ORDEN": como_se_llama(), **os.environ, **propias}


def decir(texto: str = "") -> None:
    """Escribe de inmediato, para que no se mezcle con lo que escriben los demás programas."""
    print(texto, flush=True)


def como_se_llama(plataforma: str = sys.platform) -> str:
    """Lo que se escribe antes de una orden del tablero, desde donde está quien usa esto."""
    candidatos = ("py", "python") if plataforma == "win32" else ("python3", "python")
    python = next((c for c in candidatos if shutil.which(c)), candidatos[-1])
    propio = sys.argv[0] or "iniciar.py"
    return f'{python} "{propio}" tablero' if " " in propio else f"{python} {propio} tablero"


def correr(orden: list[str], *, ctrl_c_es_normal: bool = False, carpeta: Path | None = RAIZ) -> int:
    """Ejecuta un programa en esta misma consola y devuelve su código de salida.

    `carpeta` es donde se ejecuta; `None`, donde está quien lo pide.
    """
    interrumpido = False
    with subprocess.Popen(  # nosec B603  # una lista: no pasa por la consola
        orden, cwd=carpeta, env=ambiente()
    ) as proceso:
        while True:
            try:
                codigo = proceso.wait()
                break
            except KeyboardInterrupt:  # el programa también la recibió: se espera a que cierre
                interrumpido = True
    if interrumpido and not ctrl_c_es_normal:
        raise KeyboardInterrupt
    return codigo


def instalar(orden: list[str]) -> None:
    """Ejecuta pip contando en una línea qué hace; si falla, muestra lo último que dijo."""
    ultimas: collections.deque[str] = collections.deque(maxlen=30)
    haciendo = ["comenzando"]
    fin = threading.Event()
    latido = threading.Thread(target=_latir, args=(haciendo, fin), daemon=True)
    with subprocess.Popen(  # nosec B603  # una lista: no pasa por la consola
        orden,
        cwd=RAIZ,
        env=ambiente(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as proceso:
        latido.start()
        try:
            for linea in proceso.stdout or ():
                ultimas.append(linea.rstrip())
                haciendo[0] = describir(linea) or haciendo[0]
        finally:
            fin.set()
            latido.join()
    if proceso.returncode != BIEN:
        raise NoSePuede(
            "\n".join(ultimas)
            + "\n\nNo se pudieron instalar los paquetes (arriba está lo que dijo pip). Revise la "
            "conexión a internet y vuelva a ejecutar la misma orden: sigue donde quedó."
        )


def _latir(haciendo: list[str], fin: threading.Event) -> None:
    """Muestra que se sigue trabajando: en una línea que cambia, o cada diez segundos."""
    inicio = time.monotonic()
    en_consola = sys.stdout.isatty()
    ancho = shutil.get_terminal_size().columns - 1
    while not fin.wait(0.5 if en_consola else 10):
        texto = f"  {time.monotonic() - inicio:4.0f} s · {haciendo[0]}"
        print(f"\r{texto[:ancho]:<{ancho}}" if en_consola else f"{texto}\n", end="", flush=True)
    if en_consola:
        print(f"\r{'':<{ancho}}\r", end="", flush=True)


def entorno_sirve(raiz: Path) -> bool:
    """El entorno existe, arranca, es de esta carpeta y de un Python que sirve."""
    if leer_sello(raiz).get("raiz", str(raiz)) != str(raiz):
        return False  # la carpeta se movió: los programas de dentro apuntan a la de antes
    prueba = f"import sys, pip; sys.exit(sys.version_info < {PYTHON_MINIMO})"
    orden = [str(programa(raiz, "python")), "-c", prueba]
    try:
        resultado = subprocess.run(  # nosec B603  # el Python del propio entorno
            orden, check=False, capture_output=True, env=ambiente()
        )
    except OSError:
        return False
    return resultado.returncode == BIEN


def esta_listo(raiz: Path, uso: str) -> bool:
    """Si no hay nada que preparar."""
    return entorno_sirve(raiz) and leer_sello(raiz).get(uso) == huella(raiz, uso)


def mensaje_de_solo_lectura(raiz: Path) -> str | None:
    """Por qué esta persona no puede preparar el programa ahí; `None` si puede."""
    entorno = raiz / ".venv"
    if os.access(str(entorno if entorno.exists() else raiz), os.W_OK):
        return None
    return (
        f"Hay que preparar el programa y no se puede escribir en {raiz}: es de solo lectura para "
        "esta cuenta.\nQue lo prepare una vez quien lo instaló, con la orden:  "
        f"{como_se_llama()} --help\nDespués cualquiera puede usarlo: los datos de cada persona "
        "quedan en su propia carpeta."
    )


def preparar(raiz: Path, uso: str) -> None:
    """Crea el entorno si falta e instala lo que haya cambiado."""
    if not esta_listo(raiz, uso):
        motivo = mensaje_de_solo_lectura(raiz)
        if motivo is not None:
            raise NoSePuede(motivo)
    if entorno_sirve(raiz):
        decir("· El entorno de Python está listo.")
    else:
        if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
            raise NoSePuede(mensaje_sin_venv(sys.platform))
        decir("· Creando el entorno de Python en .venv (unos segundos)…")
        if correr([sys.executable, "-m", "venv", "--clear", str(raiz / ".venv")]) != BIEN:
            raise NoSePuede(f"No se pudo crear .venv.\n{mensaje_sin_venv(sys.platform)}")
    if leer_sello(raiz).get(uso) == huella(raiz, uso):
        decir("· Los paquetes están al día.")
        return
    decir("· Instalando los paquetes (la primera vez tarda unos minutos)…")
    for orden in ordenes_de_instalacion(raiz, uso):
        instalar(orden)
    escribir_sello(raiz, uso)
    decir("· Paquetes instalados.")


def ordenar(argumentos: list[str]) -> int:
    """Ejecuta una orden del tablero donde está quien la pide; su salida es solo la de ella."""
    if not esta_listo(RAIZ, "tablero"):
        preparar(RAIZ, "tablero")
    orden = [str(programa(RAIZ, "tablero")), *argumentos]
    codigo = correr(orden, ctrl_c_es_normal=True, carpeta=None)
    return codigo if codigo >= 0 else 128 - codigo


def hay_tablero(raiz: Path) -> bool:
    """Si ya hay un tablero construido, esté donde esté: lo sabe el programa, no este archivo."""
    pregunta = "import sys; from tablero import rutas; sys.exit(not rutas.BASE.is_file())"
    return correr([str(programa(raiz, "python")), "-c", pregunta], carpeta=None) == BIEN


def abrir(opciones: list[str]) -> int:
    """Construye el tablero y lo abre."""
    decir("· Construyendo el tablero…")
    tablero = str(programa(RAIZ, "tablero"))
    codigo = correr([tablero, "construir"])
    if codigo != BIEN:  # el último tablero bueno se sigue sirviendo
        if not hay_tablero(RAIZ):
            decir("\nNo se abrió: corrija lo que se indica arriba y vuelva a intentarlo.")
            return codigo
        decir("\nNo se construyó uno nuevo: se abre el último tablero bueno.")
    decir("· Abriendo el tablero…")
    return correr([tablero, "abrir", *opciones], ctrl_c_es_normal=True)


def probar(extra: list[str]) -> int:
    """Pasa todas las comprobaciones, aunque alguna falle; lo último que se lee es pytest."""
    lista = comprobaciones(RAIZ, extra)
    fallas: list[str] = []
    for numero, (titulo, orden) in enumerate(lista, start=1):
        if numero == len(lista):
            decir(f"\nAntes de pytest: {'fallan ' + '; '.join(fallas) if fallas else 'todo bien'}.")
        decir(f"\n=== {numero}/{len(lista)} · {titulo} ===")
        if correr(orden) != BIEN:
            fallas.append(titulo)
    return MAL if fallas else BIEN


def principal(argumentos: list[str]) -> int:
    """Decide qué se pidió y lo hace; devuelve el código de salida."""
    if hasattr(sys.stdout, "reconfigure"):  # no lo tiene quien la haya reemplazado
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if argumentos and argumentos[0] in ("--ayuda", "-h", "--help"):
        decir((__doc__ or "").strip())
        return BIEN
    uso = "pruebas" if argumentos[:1] == ["pruebas"] else "tablero"
    es_orden = argumentos[:1] == ["tablero"]
    if uso == "tablero" and not es_orden and argumentos and not argumentos[0].startswith("-"):
        decir(f"No se conoce «{argumentos[0]}».\n\n{(__doc__ or '').strip()}")
        return MAL_ESCRITO
    motivo = mensaje_de_version(tuple(sys.version_info[:3]))
    if motivo is not None:
        decir(motivo)
        return MAL
    try:
        return ordenar(argumentos[1:]) if es_orden else _preparar_y(uso, argumentos)
    except NoSePuede as error:
        decir(f"\n{error}")
        return MAL
    except KeyboardInterrupt:
        decir("\nInterrumpido.")
        return INTERRUMPIDO


def _preparar_y(uso: str, argumentos: list[str]) -> int:
    decir("Tablero de Control")
    preparar(RAIZ, uso)
    return probar(argumentos[1:]) if uso == "pruebas" else abrir(argumentos)


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
