"""`/llevar`: la misma dirección da el mismo archivo, y lo que no existe se dice."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fabrica_asgi import Falsa, pedir

from tablero import publicacion
from tablero.interfaz.marco import conexion
from tablero.interfaz.servidor import llevar
from tablero.interfaz.servidor.peticiones import Peticiones
from tablero.interfaz.servidor.propias import propias
from tablero.interfaz.servidor.puerta import Puerta
from tablero.interfaz.servidor.turnos import Turnos

SITIO = "tablero.ejemplo.gov.co"
PUERTA = Puerta(Falsa({}), {}, propias())


@pytest.fixture(autouse=True)
def _tablero(base_construida: Path) -> Iterator[None]:
    """El de las fuentes reales."""
    with conexion.un_solo_tablero():
        yield


def traer(ruta: str) -> tuple[int, dict[str, str], bytes]:
    mensajes, cabeceras, cuerpo = pedir(PUERTA, ruta, host=SITIO)
    return mensajes[0]["status"], cabeceras, cuerpo


def filas(cuerpo: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(cuerpo.decode())))


def test_una_tarjeta_con_sus_filtros_es_un_adjunto() -> None:
    ruta = "/llevar/maquina/semaforo?objetivo=3&ver=productos&tarjeta=productos&edicion=1"
    estado, cabeceras, cuerpo = traer(ruta)
    assert estado == 200
    nombre = "productos_poblacion_migrante_internacional_objetivo_3_2024-12-31.csv"
    assert cabeceras["content-disposition"] == f'attachment; filename="{nombre}"'
    assert cabeceras["content-type"].startswith("text/csv")
    suyas = filas(cuerpo)
    assert len(suyas) == 9
    assert {f["objetivo_numero"] for f in suyas} == {"3"}
    assert traer(ruta)[2] == cuerpo


def test_la_de_inicio_no_tiene_nombre() -> None:
    estado, _, cuerpo = traer("/llevar/maquina?tarjeta=semaforo")
    assert estado == 200
    assert {f["semaforo"]: f["productos"] for f in filas(cuerpo)}["alto"] == "30"


def test_una_cifra_tambien_se_lleva() -> None:
    estado, cabeceras, cuerpo = traer(
        "/llevar/maquina/transferencias?departamento=Antioquia&tarjeta=girado_en_antioquia"
    )
    assert estado == 200
    assert 'filename="girado_en_antioquia_2025-11-30.csv"' in cabeceras["content-disposition"]
    assert filas(cuerpo)[0]["girado_cop"] == "120862800"


def test_sin_tarjeta_es_la_pagina_entera() -> None:
    estado, cabeceras, cuerpo = traer("/llevar/zip/semaforo?ver=objetivos")
    assert estado == 200
    assert cabeceras["content-type"] == "application/zip"
    nombres = zipfile.ZipFile(io.BytesIO(cuerpo)).namelist()
    for tarjeta in ("objetivos_avance", "objetivos", "objetivo_del_comite"):
        assert any(nombre.startswith(tarjeta) for nombre in nombres), tarjeta


def test_la_cita_trae_el_enlace_que_vuelve() -> None:
    estado, _, cuerpo = traer("/llevar/citar/semaforo?ver=objetivos&tarjeta=objetivos")
    assert estado == 200
    dicho = json.loads(cuerpo)
    enlace = f"http://{SITIO}/semaforo?ver=objetivos&tarjeta=objetivos&edicion=1"
    assert dicho["enlace"] == enlace
    assert dicho["apa"].endswith(enlace)
    assert enlace in dicho["icontec"]
    assert json.loads(traer("/llevar/citar")[2])["enlace"] == f"http://{SITIO}/?edicion=1"


def test_la_direccion_que_alguien_dijo_es_la_que_va(monkeypatch: pytest.MonkeyPatch) -> None:
    otra = publicacion.Publicacion(direccion="https://otra.gov.co/tablero")
    monkeypatch.setattr("tablero.interfaz.pared.llevadas.publicacion", lambda: otra)
    enlace = json.loads(traer("/llevar/citar/semaforo")[2])["enlace"]
    assert enlace == "https://otra.gov.co/tablero/semaforo?edicion=1"


@pytest.mark.parametrize(
    ("ruta", "dice"),
    [
        ("excel/no_hay?tarjeta=x", "no es de ninguna página"),
        ("excel/semaforo?tarjeta=no_hay", "no muestra esa tarjeta"),
        ("otro/semaforo?tarjeta=politica_avance", "un archivo así"),
        ("zip/descargas", "no tiene qué llevarse"),
        ("excel/semaforo?tarjeta=politica_avance&edicion=9", "«9» no existe"),
        ("excel/semaforo?tarjeta=politica_avance&edicion=uno", "«uno» no existe"),
        ("citar/no_hay", "no es de ninguna página"),
        ("excel/semaforo?" + quote("x" * 2100), "no es de ninguna página"),
    ],
)
def test_lo_que_no_existe_se_dice(ruta: str, dice: str) -> None:
    estado, cabeceras, cuerpo = traer(f"/llevar/{ruta}")
    assert estado == 404
    assert cabeceras["content-type"].startswith("text/plain")
    assert dice in cuerpo.decode()


def test_lo_que_falla_en_el_programa_se_dice_sin_detalles(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(llevar, "archivo", lambda *_: 1 // 0)
    estado, _, cuerpo = traer("/llevar/excel/semaforo?tarjeta=politica_avance")
    assert estado == 500
    assert "division" not in cuerpo.decode()
    assert "No se pudo dar /llevar/excel/semaforo" in caplog.text


def test_espera_su_turno_como_lo_que_se_dibuja() -> None:
    class Cuenta(Turnos):
        dados = 0

        def soltar(self, cliente: object) -> None:
            Cuenta.dados += 1
            super().soltar(cliente)  # type: ignore[arg-type]

    app = Peticiones(PUERTA, Cuenta())
    mensajes, _, _ = pedir(app, "/llevar/citar/semaforo", host=SITIO)
    assert (mensajes[0]["status"], Cuenta.dados) == (200, 1)
