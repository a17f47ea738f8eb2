"""La versión ligera: las cifras de siempre, con su fuente, y los CSV; sin JavaScript."""

import csv
import io
import re
from pathlib import Path

import pytest
from fabrica_asgi import Falsa, pedir

from tablero import formato, rutas
from tablero.consultas import centros, transferencias
from tablero.consultas.base import Base
from tablero.interfaz.mapa import imagen
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta

PUERTA = Puerta(Falsa({}), {}, propias())


@pytest.fixture
def ligera(base_construida: Path) -> str:
    mensajes, cabeceras, cuerpo = pedir(PUERTA, "/ligera")
    assert (mensajes[0]["status"], cabeceras["content-type"]) == (200, "text/html; charset=utf-8")
    return cuerpo.decode()


@pytest.fixture
def girado(base: Base) -> int:
    suma = transferencias.suma(base, departamento=None, municipio=None)
    return int(suma.fila["girado_cop"])


@pytest.mark.parametrize("cifra", ["52,05 %", "63,8 %", "34", "7,69 %"])
def test_trae_las_cifras_principales(ligera: str, cifra: str) -> None:
    assert f">{cifra.replace(' %', chr(160) + '%')}<" in ligera


def test_trae_las_personas_y_el_dinero(ligera: str, base: Base, girado: int) -> None:
    assert f">{formato.numero(centros.publicado(base).fila['personas'])}<" in ligera
    assert f">{formato.pesos(girado)}<" in ligera


def test_cada_cifra_y_cada_tabla_lleva_su_fuente(ligera: str) -> None:
    assert ligera.count('class="tb-cifra"') == 5
    tablas = ligera.count('<table class="tb">')
    assert tablas == 6
    assert ligera.count('class="tb-fuente"') == 5 + tablas


def test_no_necesita_javascript_ni_lleva_a_paginas_que_lo_necesitan(ligera: str) -> None:
    assert "<script" not in ligera
    enlaces = set(re.findall(r'href="([^"]+)"', ligera)) - {"/", "/favicon.png"}
    assert all(re.fullmatch(r"/ligera/(excel|maquina)/[a-z_]+\.csv", e) for e in enlaces)
    assert "/ligera/maquina/transferencias_psicosociales.csv" in enlaces


def test_el_mapa_se_dibuja_al_pedirlo(ligera: str) -> None:
    ruta = re.findall(r'<img loading="lazy" width="700" src="(/mapa/[0-9a-f]{16}\.png)"', ligera)
    mensajes, cabeceras, cuerpo = pedir(PUERTA, ruta[0])
    assert (mensajes[0]["status"], cabeceras["content-type"]) == (200, "image/png")
    assert cuerpo.startswith(b"\x89PNG")
    assert pedir(PUERTA, "/mapa/0123456789abcdef.png")[0][0]["status"] == 404


def test_un_csv_trae_la_tabla_entera(base_construida: Path, girado: int) -> None:
    _, cabeceras, cuerpo = pedir(PUERTA, "/ligera/maquina/transferencias_psicosociales.csv")
    nombre = "transferencias_psicosociales_2025-11-30.csv"
    assert cabeceras["content-disposition"] == f'attachment; filename="{nombre}"'
    filas = list(csv.DictReader(io.StringIO(cuerpo.decode("utf-8"))))
    del_csv = sum(int(f["valor_cop"]) for f in filas if f["estado"] == "girado")
    assert (len(filas), del_csv) == (13, girado)


@pytest.mark.parametrize("ruta", ["/ligera/maquina/nada.csv", "/ligera/otro/municipios.csv"])
def test_una_tabla_que_no_existe_se_dice(base_construida: Path, ruta: str) -> None:
    mensajes, _, cuerpo = pedir(PUERTA, ruta)
    assert (mensajes[0]["status"], cuerpo.decode()) == (404, "No hay ninguna tabla con ese nombre.")


def test_sin_tablero_lo_dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rutas, "BASE", tmp_path / "nada.duckdb")
    for ruta in ("/ligera", "/ligera/maquina/municipios.csv"):
        mensajes, _, cuerpo = pedir(PUERTA, ruta)
        assert mensajes[0]["status"] == 503
        assert "Todavía no se ha construido el tablero" in cuerpo.decode()


def test_las_imagenes_viejas_se_olvidan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imagen, "ANOTADAS", 1)
    monkeypatch.setattr(imagen, "_anotadas", type(imagen._anotadas)())

    class Dibujo:
        def __init__(self, texto: str) -> None:
            self.titulo, self.dibujo, self.to_json = texto, self, lambda: texto

    rutas_de = [imagen.direccion(Dibujo(t), t.encode) for t in ("uno", "dos")]  # type: ignore[arg-type]
    nombres = [Path(r).stem for r in rutas_de]
    assert imagen.imagen(nombres[1]) == b"dos"
    with pytest.raises(KeyError):
        imagen.imagen(nombres[0])
