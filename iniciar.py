#!/usr/bin/env python3
"""Prepara el Tablero de Control y lo abre. Solo necesita Python 3.11 o posterior.

Uso:
  python3 iniciar.py                 prepara todo, construye el tablero y lo abre
  python3 iniciar.py --puerto 8600   lo mismo, en otro puerto
  python3 iniciar.py tablero ORDEN   una orden del tablero: «tablero construir», «tablero estado»…
  python3 iniciar.py pruebas         prepara todo, construye y pasa todas las pruebas
  python3 iniciar.py pruebas -k ipt  lo que sigue a «pruebas» se le da a pytest
  python3 iniciar.py rapido          solo las pruebas de unidad y de arquitectura
  python3 iniciar.py revisar         todas las comprobaciones menos pytest, sin construir nada
  python3 iniciar.py arreglar        corrige el estilo y el formato, y escribe lo que se genera
  python3 iniciar.py --ayuda         muestra este texto

La primera vez crea la carpeta .venv y descarga los paquetes: tarda unos minutos y necesita
internet. Después comienza en segundos. En Windows el programa se llama «py» o «python». Si en
el equipo está uv, los paquetes los instala uv, que tarda menos; si no, pip.
"""

# Este archivo debe poder leerlo un Python viejo, para explicarle a quien lo usa qué le falta.
from __future__ import annotations

import collections
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess  # nosec B404  # solo lanza lo que este archivo nombra
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

RAIZ = Path(__file__).resolve().parent
PYTHON_MINIMO = (3, 11)
SELLO = "sello-tablero.json"
REQUISITOS = {
    "tablero": ("requirements.txt", "pyproject.toml"),
    "pruebas": ("requirements.txt", "requirements-pruebas.txt", "pyproject.toml"),
}
"""De qué archivos depende lo instalado para cada uso."""

BANDIT = "python -m bandit -q -c pyproject.toml -r src app.py pages iniciar.py"
"""Lo que corre en un equipo de la Alcaldía."""
PROCESOS = min((os.cpu_count() or 1) + 1, 4)
"""Uno más que los procesadores: una prueba de navegador pasa parte de su tiempo esperando."""
PYTEST = f"python -m pytest -n {PROCESOS} --dist loadfile --no-loadscope-reorder"
"""Repartidas por archivos, y cada archivo en su orden."""

REVISIONES = [
    ("Estilo del código (ruff check)", "python -m ruff check ."),
    ("Formato del código (ruff format)", "python -m ruff format --check ."),
    ("Tipos (mypy)", "python -m mypy"),
    ("Capas (lint-imports)", "lint-imports"),
    ("Código sin uso (vulture)", "python -m comprobaciones.sin_uso"),
    ("Archivos generados (tablero generar)", "tablero generar --verificar"),
    ("Libros sellados", "python -m comprobaciones.sellos"),
    ("Seguridad del código (bandit)", BANDIT),
    ("Licencias de los paquetes (pip-licenses)", "python -m comprobaciones.licencias"),
    ("Lista de componentes (CycloneDX)", "python -m comprobaciones.componentes"),
    ("Vulnerabilidades (pip-audit)", "python -m comprobaciones.vulnerabilidades"),
    ("Paquetes sin compilar (uv)", "python -m comprobaciones.ruedas"),
]
CONJUNTOS = {
    "pruebas": [
        ("Construcción del tablero (tablero construir)", "tablero construir"),
        *REVISIONES,
        ("Pruebas (pytest)", PYTEST),
    ],
    "rapido": [
        (
            "Unidad y arquitectura, sin las de propiedades (pytest)",
            f"{PYTEST} tests/unidad tests/arquitectura -m 'not hypothesis'",
        )
    ],
    "revisar": REVISIONES,
    "arreglar": [
        ("Estilo del código (ruff check)", "python -m ruff check --fix ."),
        ("Formato del código (ruff format)", "python -m ruff format ."),
        ("Archivos generados (tablero generar)", "tablero generar"),
        ("Índice de las decisiones", "python -m comprobaciones.decisiones"),
        ("Plano de la casa", "python -m comprobaciones.plano"),
    ],
}
"""Lo que se corre con cada palabra, en orden: su título, y un programa del entorno."""

ETAPAS = [
    ("Collecting ", "buscando {que}"),
    ("Downloading ", "descargando {que}"),
    ("Installing collected packages: ", "instalando {cuantos} paquetes"),
    ("Prepared ", "instalando {que} paquetes"),
    ("Installed ", "compilando lo instalado"),
    ("Building ", "preparando el paquete"),
    ("Preparing ", "preparando el paquete"),
    ("Installing build", "preparando el paquete"),
    ("Getting requirements", "preparando el paquete"),
]
"""Cómo comienzan las líneas de pip y de uv que dicen en qué van, y cómo se dice aquí."""

A_LA_VEZ = (os.cpu_count() or 1) + 1
"""Cuántas revisiones: una más que procesadores, porque siempre hay alguna esperando a internet."""

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


def ordenes_de_instalacion(
    raiz: Path, uso: str, uv: str | None = None, plataforma: str = sys.platform
) -> list[list[str]]:
    """Los paquetes con su versión y su sha256, y el propio tablero sin volver a mirar los demás.

    Con uv, si está, y si no con pip. El tablero se instala aparte: lo que hace falta para eso no va
    en los archivos de versiones, y por eso sin sha256.

    Para usarlo se compila desde ya: quien no puede escribir ahí lo compilaría cada vez. Para las
    pruebas, no: de los paquetes que traen se usa la menor parte.
    """
    python = str(programa(raiz, "python", plataforma))
    archivo = "requirements-pruebas.txt" if uso == "pruebas" else "requirements.txt"
    if uv is not None:
        compilar = ["--compile-bytecode"] if uso == "tablero" else []
        instala = [uv, "pip", "install", "--python", python]
        return [
            [*instala, *compilar, "--require-hashes", "-r", archivo],
            [*instala, "--no-deps", "-e", "."],
        ]
    pip = [python, "-m", "pip", "install", "--no-input"]
    pip += ["--disable-pip-version-check", "--progress-bar", "off"]
    pip += ["--no-compile"] if uso == "pruebas" else []
    return [[*pip, "--require-hashes", "-r", archivo], [*pip, "--no-deps", "-e", "."]]


def comprobaciones(
    raiz: Path, conjunto: str, extra: list[str], plataforma: str = sys.platform
) -> list[tuple[str, list[str]]]:
    """Cada comprobación de un conjunto con su título, en orden; `extra` es para la última."""
    lista = []
    for titulo, orden in CONJUNTOS[conjunto]:
        nombre, *argumentos = shlex.split(orden)
        lista.append((titulo, [str(programa(raiz, nombre, plataforma)), *argumentos]))
    lista[-1][1].extend(extra)
    return lista


def describir(linea: str) -> str | None:
    """Lo que pip o uv está haciendo, en español; `None` si la línea no dice nada nuevo."""
    linea = linea.strip()
    palabras = linea.split()
    for comienzo, dicho in ETAPAS:
        if linea.startswith(comienzo):
            return dicho.format(que=palabras[1].rsplit("/", 1)[-1], cuantos=len(palabras) - 3)
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


def correr_aparte(orden: list[str]) -> tuple[int, str]:
    """Ejecuta un programa sin que escriba en la consola: su código de salida y lo que dijo."""
    hecho = subprocess.run(  # nosec B603  # una lista: no pasa por la consola
        orden,
        cwd=RAIZ,
        env=ambiente(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    return hecho.returncode, hecho.stdout


def instalar(orden: list[str]) -> None:
    """Ejecuta pip o uv contando en una línea qué hace; si falla, muestra lo último que dijo."""
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
            + "\n\nNo se pudieron instalar los paquetes (arriba está lo que se dijo). Revise la "
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


def entorno_sirve(raiz: Path, con: str = "sys") -> bool:
    """El entorno existe, arranca, es de esta carpeta, de un Python que sirve y tiene ese módulo."""
    if leer_sello(raiz).get("raiz", str(raiz)) != str(raiz):
        return False  # la carpeta se movió: los programas de dentro apuntan a la de antes
    prueba = f"import sys, {con}; sys.exit(sys.version_info < {PYTHON_MINIMO})"
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
    uv = buscar_uv(raiz)
    try:
        _preparar_con(uv, raiz, uso)
    except NoSePuede as error:
        if uv is None:
            raise
        decir(f"\n{error}\n\n· uv no pudo: se intenta con pip.")
        _preparar_con(None, raiz, uso)


def buscar_uv(raiz: Path) -> str | None:
    """El uv del equipo; el del propio entorno no sirve para quitarlo y ponerlo."""
    uv = shutil.which("uv")
    return None if uv is None or raiz / ".venv" in Path(uv).parents else uv


def _preparar_con(uv: str | None, raiz: Path, uso: str) -> None:
    al_dia = leer_sello(raiz).get(uso) == huella(raiz, uso)
    # Un entorno que hizo uv no trae pip, y solo le hace falta a quien instala con él.
    if entorno_sirve(raiz, "sys" if uv or al_dia else "pip"):
        decir("· El entorno de Python está listo.")
    else:
        crear_entorno(uv, raiz)
        al_dia = False
    if al_dia:
        decir("· Los paquetes están al día.")
        return
    decir("· Instalando los paquetes (la primera vez tarda unos minutos)…")
    for orden in ordenes_de_instalacion(raiz, uso, uv):
        instalar(orden)
    escribir_sello(raiz, uso)
    decir("· Paquetes instalados.")


def crear_entorno(uv: str | None, raiz: Path) -> None:
    """Un entorno vacío en `.venv`, en lugar del que hubiera."""
    decir("· Creando el entorno de Python en .venv (unos segundos)…")
    entorno = str(raiz / ".venv")
    if uv is not None:
        shutil.rmtree(entorno, ignore_errors=True)
        if correr([uv, "venv", "--quiet", "--python", sys.executable, entorno]) != BIEN:
            raise NoSePuede("uv no pudo crear .venv.")
        return
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise NoSePuede(mensaje_sin_venv(sys.platform))
    if correr([sys.executable, "-m", "venv", "--clear", entorno]) != BIEN:
        raise NoSePuede(f"No se pudo crear .venv.\n{mensaje_sin_venv(sys.platform)}")


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


def probar(conjunto: str, extra: list[str]) -> int:
    """Pasa todas las comprobaciones, aunque alguna falle; lo último que se lee es pytest.

    Las revisiones no dependen unas de otras y varias solo esperan a internet: corren a la vez, y
    de cada una se cuenta en su turno lo que dijo.
    """
    lista = comprobaciones(RAIZ, conjunto, extra)
    fallas: list[str] = []
    with revisar_aparte(conjunto, lista) as aparte:
        for numero, (titulo, orden) in enumerate(lista, start=1):
            if "pytest" in orden and numero > 1:
                decir(f"\nAntes de pytest: {_como_va(fallas)}.")
            decir(f"\n=== {numero}/{len(lista)} · {titulo} ===")
            if titulo in aparte:
                codigo, dicho = aparte[titulo].result()
                decir(dicho.rstrip())
            else:
                codigo = correr(orden)
            if codigo != BIEN:
                fallas.append(titulo)
    if "pytest" not in lista[-1][1]:
        decir(f"\nEn total: {_como_va(fallas)}.")
    return MAL if fallas else BIEN


@contextmanager
def revisar_aparte(
    conjunto: str, lista: list[tuple[str, list[str]]]
) -> Iterator[dict[str, Future[tuple[int, str]]]]:
    """Las revisiones de un conjunto, ya comenzadas, por su título; las otras no están.

    Primero mypy, que es la que más tarda, y enseguida las últimas, que esperan a internet.
    """
    ordenes = dict(lista)
    titulos = [t for t, orden in reversed(CONJUNTOS[conjunto]) if (t, orden) in REVISIONES]
    titulos.sort(key=lambda titulo: "mypy" not in ordenes[titulo])
    varias = ThreadPoolExecutor(A_LA_VEZ)
    try:
        yield {titulo: varias.submit(correr_aparte, ordenes[titulo]) for titulo in titulos}
    finally:  # si se interrumpe, las que no han comenzado no comienzan
        varias.shutdown(cancel_futures=True)


def _como_va(fallas: list[str]) -> str:
    return f"fallan {'; '.join(fallas)}" if fallas else "todo bien"


def mal_escrito(primera: str, lo_demas: list[str]) -> str | None:
    """Por qué no se entiende lo que se pidió; `None` si se entiende."""
    if not (primera in CONJUNTOS or primera == "tablero" or primera.startswith("-")):
        return f"No se conoce «{primera}»."
    if primera in ("revisar", "arreglar") and lo_demas:
        return f"A «{primera}» no se le agrega nada."
    return None


def principal(argumentos: list[str]) -> int:
    """Decide qué se pidió y lo hace; devuelve el código de salida."""
    if hasattr(sys.stdout, "reconfigure"):  # no lo tiene quien la haya reemplazado
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    if argumentos and argumentos[0] in ("--ayuda", "-h", "--help"):
        decir((__doc__ or "").strip())
        return BIEN
    primera = argumentos[0] if argumentos else "-"
    mal = mal_escrito(primera, argumentos[1:])
    if mal is not None:
        decir(f"{mal}\n\n{(__doc__ or '').strip()}")
        return MAL_ESCRITO
    motivo = mensaje_de_version(tuple(sys.version_info[:3]))
    if motivo is not None:
        decir(motivo)
        return MAL
    try:
        return _hacer(primera, argumentos)
    except NoSePuede as error:
        decir(f"\n{error}")
        return MAL
    except KeyboardInterrupt:
        decir("\nInterrumpido.")
        return INTERRUMPIDO


def _hacer(primera: str, argumentos: list[str]) -> int:
    if primera == "tablero":
        return ordenar(argumentos[1:])
    decir("Tablero de Control")
    preparar(RAIZ, "pruebas" if primera in CONJUNTOS else "tablero")
    return probar(primera, argumentos[1:]) if primera in CONJUNTOS else abrir(argumentos)


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
