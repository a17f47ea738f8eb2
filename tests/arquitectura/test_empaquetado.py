"""Lo que el programa lee de su propia carpeta va también en el paquete instalado."""

import hashlib
import tomllib

from tablero import letra, rutas

PAQUETE = rutas.RAIZ / "src" / "tablero"
DE_LA_LETRA = {
    "SourceSansPro-Regular.otf": "6b096b47206d",
    "SourceSansPro-Semibold.otf": "ee3ba5c88400",
    "SourceSansPro-Bold.otf": "9b8bd174f974",
    "SourceSansPro-It.otf": "e90b35e5f965",
}
"""Comienzo de su SHA-256: con otra letra, los PDF y las imágenes cambian."""


def test_todo_lo_que_no_es_codigo_esta_en_package_data() -> None:
    configuracion = tomllib.loads((rutas.RAIZ / "pyproject.toml").read_text("utf-8"))
    moldes = configuracion["tool"]["setuptools"]["package-data"]["tablero"]
    declarados = {ruta for molde in moldes for ruta in PAQUETE.glob(molde)}
    archivos = {ruta for ruta in PAQUETE.rglob("*") if ruta.is_file()}
    codigo = {r for r in archivos if r.suffix == ".py" or "__pycache__" in r.parts}
    assert archivos - codigo - declarados == set()


def test_la_letra_es_la_de_siempre_y_lleva_su_licencia() -> None:
    leidos = {n: hashlib.sha256(c).hexdigest()[:12] for n, c in letra.archivos_del_papel()}
    assert leidos == DE_LA_LETRA
    carpeta = PAQUETE / "letra_del_papel"
    assert {r.name for r in carpeta.iterdir()} == {*DE_LA_LETRA, "OFL.txt"}
    licencia = (carpeta / "OFL.txt").read_text("ascii")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licencia
    assert licencia.startswith("Copyright 2010, 2012, 2014 Adobe Systems Incorporated")
