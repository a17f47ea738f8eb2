"""Un archivo ajeno se lee en otro proceso: si lo mata o no termina, el tablero sigue."""

from pathlib import Path

import pytest
from fabrica_cartografia import (
    MUNICIPIOS,
    capa,
    carpeta_de_cartografia,
    del_pais,
    escribir,
    pais_entero,
)

from tablero import rutas
from tablero.errores import CartografiaRechazada
from tablero.ingesta.fuentes.nomenclatura import leer_nomenclatura
from tablero.territorio import cartografia
from tablero.territorio.esquema.contornos import DEPARTAMENTOS
from tablero.territorio.oficial import aparte
from tablero.territorio.oficial.instalar import instalar

MATA = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
NO_TERMINA = "import time; time.sleep(60)"


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    return carpeta_de_cartografia(tmp_path / "shapefiles")


def _rechazo(ruta: Path, carpeta: Path) -> str:
    with pytest.raises(CartografiaRechazada) as dicho:
        instalar(ruta, carpeta, MUNICIPIOS, leer=aparte.preparar)
    assert cartografia.leer_ficha(carpeta) is None
    return str(dicho.value)


@pytest.mark.parametrize(
    ("hace", "motivo"),
    [
        (MATA, "al leerlo, el programa que lee mapas se cerró"),
        (NO_TERMINA, "no se terminó de leer en 0 minutos."),
        ("", "está incompleto o dañado; vuelva a descargarlo o a copiarlo."),
    ],
    ids=["muere", "no termina", "no responde"],
)
def test_si_el_otro_proceso_falla_se_dice_y_no_cambia_nada(
    carpeta: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hace: str, motivo: str
) -> None:
    guion = tmp_path / "otro.py"
    guion.write_text(hace)
    monkeypatch.setattr(aparte, "GUION", [str(guion)])
    monkeypatch.setattr(aparte, "TOPE_DE_SEGUNDOS", 2)
    assert motivo in _rechazo(escribir(capa(), tmp_path / "MGN.gpkg"), carpeta)


def test_lo_que_rechaza_el_otro_proceso_se_dice_igual(carpeta: Path, tmp_path: Path) -> None:
    roto = tmp_path / "roto.zip"
    roto.write_bytes(b"PK")
    assert _rechazo(roto, carpeta) == (
        "roto.zip: está incompleto o dañado; vuelva a descargarlo o a copiarlo. No se cambió nada."
    )


def test_lo_que_lee_el_otro_proceso_es_lo_mismo(carpeta: Path, tmp_path: Path) -> None:
    (carpeta / DEPARTAMENTOS).write_bytes((rutas.CARTOGRAFIA / DEPARTAMENTOS).read_bytes())
    ruta = escribir(del_pais(pais_entero()), tmp_path / "MGN2025.gpkg")
    municipios = leer_nomenclatura(rutas.FUENTES)["municipios"]
    lejos = instalar(ruta, carpeta, municipios, leer=aparte.preparar)
    ficha = cartografia.leer_ficha(carpeta)
    assert instalar(ruta, carpeta, municipios) == lejos
    assert cartografia.leer_ficha(carpeta) == ficha
    assert len(cartografia.municipios(carpeta)) == 1122
    # Lo instalado que cambió después no llega a la librería geográfica.
    lejos.archivo.write_bytes(lejos.archivo.read_bytes() + b" ")
    with pytest.raises(cartografia.ArchivoIlegible, match="está dañado"):
        cartografia.municipios(carpeta)
