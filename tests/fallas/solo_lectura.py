"""El programa instalado por otro, en una carpeta de solo lectura: cualquiera puede usarlo.

Copia el proyecto a una carpeta de `root`, crea una cuenta corriente y corre con ella todo lo que
escribe. Necesita ser root, `useradd` y `runuser`; si no, se dice y no se prueba.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import duckdb
from comun_escritura import RAIZ, editar, huellas
from fabrica_importar import libro

CUENTA = "tablero-prueba"
PYTHON = "/usr/bin/python3"
"""El del sistema: el de quien prueba puede estar en una carpeta que nadie más ve."""
COPIADO = ("src", "data", "shapefiles", "pages", "app.py", "iniciar.py", "pyproject.toml")
COPIADO += ("requirements.txt", "requirements-pruebas.txt", ".streamlit")


def instalar(destino: Path) -> None:
    """El proyecto con su entorno preparado, como lo dejaría `root` con `iniciar.py`."""
    for nombre in COPIADO:
        origen = RAIZ / nombre
        if origen.is_dir():
            propios = ("*.duckdb", "registro", "publico") if nombre == "data" else ()
            sin = shutil.ignore_patterns("__pycache__", *propios)
            shutil.copytree(origen, destino / nombre, ignore=sin)
        elif origen.exists():
            shutil.copyfile(origen, destino / nombre)
    entorno = destino / ".venv"
    subprocess.run([PYTHON, "-m", "venv", "--without-pip", str(entorno)], check=True)
    (paquetes,) = entorno.glob("lib/python*/site-packages")
    # Los paquetes, donde están instalados: copiarlos tomaría minutos y no prueba nada más.
    instalados = Path(duckdb.__file__).parents[1]
    (paquetes / "copia.pth").write_text(f"{destino / 'src'}\n{instalados}\n")
    programa = entorno / "bin" / "tablero"
    programa.write_text(
        f"#!{entorno / 'bin' / 'python'}\n"
        "from tablero.cli.principal import principal\nprincipal()\n"
    )
    programa.chmod(0o755)
    pregunta = "import iniciar; iniciar.escribir_sello(iniciar.RAIZ, 'tablero')"
    subprocess.run([sys.executable, "-c", pregunta], cwd=destino, check=True)
    assert json.loads((entorno / "sello-tablero.json").read_text())["raiz"] == str(destino)
    subprocess.run(["chmod", "-R", "a+rX,go-w", str(destino)], check=True)


def con_la_cuenta(*orden: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["runuser", "-u", CUENTA, "--", "env", "-u", "TABLERO_DATOS", *map(str, orden)],
        capture_output=True,
        text=True,
        cwd="/",
        check=False,
    )


def principal() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    es_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (es_root and all(map(shutil.which, (PYTHON, "useradd", "runuser")))):
        print("No se probó: hace falta ser root, useradd, runuser y el Python del sistema.")
        return 0
    fallas: list[str] = []
    destino = Path(tempfile.mkdtemp(prefix="tablero-instalado-", dir="/opt"))
    casa = Path("/home") / CUENTA
    subprocess.run(["useradd", "-m", "-d", str(casa), CUENTA], check=True)
    try:
        destino.chmod(0o755)
        instalar(destino)
        antes = huellas(destino)
        datos = casa / ".local" / "share" / "tablero"
        programa = (PYTHON, destino / "iniciar.py", "tablero")

        def pedir(*orden: str | Path, espera: int = 0) -> str:
            hecho = con_la_cuenta(*programa, *orden)
            dicho = (hecho.stderr.strip() or hecho.stdout.strip()).splitlines()
            print(f"  {orden[0]}: {hecho.returncode} · {dicho[-1:]}")
            if hecho.returncode != espera or "Traceback" in hecho.stderr:
                fallas.append(f"{orden}: {hecho.returncode} {hecho.stderr[-400:]}")
            return hecho.stdout

        pedir("construir")
        if not (datos / "tablero.duckdb").is_file():
            fallas.append(f"el tablero no está en {datos}")
        editar(datos, 60_431_777)
        pedir("sellar", espera=12)
        pedir("sellar", "--si")
        libro(datos / "LIBRO.xlsx")
        pedir("seguimiento", "importar", datos / "LIBRO.xlsx")
        pedir("cartografia", "quitar")
        pedir("simular", "--municipios", "40", "--cortes", "1")
        pedir("estado")
        pedir("exportar", casa / "salida")
        if huellas(destino) != antes:
            fallas.append("algo se escribió en la carpeta del programa")
        (destino / ".venv" / "sello-tablero.json").unlink()
        hecho = con_la_cuenta(PYTHON, destino / "iniciar.py")
        print(f"  sin preparar: {hecho.returncode} · {hecho.stdout.strip().splitlines()[-3:]}")
        if hecho.returncode != 1 or "solo lectura" not in hecho.stdout:
            fallas.append(f"sin preparar: {hecho.stdout} {hecho.stderr}")
    finally:
        subprocess.run(["userdel", "-r", CUENTA], check=False, capture_output=True)
        shutil.rmtree(destino, ignore_errors=True)
    print("Se rompió:\n  " + "\n  ".join(fallas) if fallas else "Todo se cumplió.")
    return bool(fallas)


if __name__ == "__main__":
    sys.exit(principal())
