"""Lo que se lleva: la misma lista en toda tarjeta, con enlaces de verdad y los filtros de ahora."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from tipos import Abrir, Texto

from tablero.exportar.llevar.formatos import FORMATOS
from tablero.exportar.llevar.pagina import FORMATOS_DE_PAGINA
from tablero.interfaz.servidor import este_equipo

ENLACE = re.compile(r'<a href="(/llevar/[^"]+)" download data-formato="(\w+)">')
LISTA = re.compile(r'<div class="tb-llevar"([^>]*)>(.*?</details></div>)', re.DOTALL)
TARJETA = re.compile(r' data-tarjeta="([^"]*)"')


def listas(dicho: str) -> dict[str, str]:
    """Tarjeta → el HTML de su lista; la de la página no tiene tarjeta."""
    return {
        tarjeta[1]: atributos + cuerpo
        for atributos, cuerpo in LISTA.findall(dicho)
        if (tarjeta := TARJETA.search(atributos))
    }


def enlaces(lista: str) -> dict[str, str]:
    return {formato: unescape(destino) for destino, formato in ENLACE.findall(lista)}


def test_toda_tarjeta_de_una_pagina_trae_su_lista(abrir: Abrir, texto: Texto) -> None:
    suyas = listas(texto(abrir("pages/semaforo.py")))
    assert {"", "avance_publicado", "brecha_publicada", "politica_avance", "semaforo"} <= set(suyas)
    for tarjeta, lista in suyas.items():
        assert "Copiar el enlace permanente" in lista
        assert "Cómo citar" in lista
        assert ("Copiar la imagen" in lista) == (tarjeta in ("politica_avance", "semaforo"))
        assert enlaces(lista).keys() >= ({"zip"} if not tarjeta else {"excel", "maquina", "json"})


def test_los_enlaces_llevan_los_filtros_la_tarjeta_y_la_edicion(abrir: Abrir, texto: Texto) -> None:
    prueba = abrir(
        "pages/transferencias.py", departamento="Antioquia", tarjeta="otra", orden="valor"
    )
    suyas = enlaces(listas(texto(prueba))["transferencias_municipios"])
    destino = urlsplit(suyas["excel"])
    assert destino.path == "/llevar/excel/transferencias"
    assert parse_qs(destino.query) == {
        "departamento": ["Antioquia"],
        "tarjeta": ["transferencias_municipios"],
        "edicion": ["1"],
    }


def test_el_enlace_permanente_no_es_un_filtro_desconocido(abrir: Abrir) -> None:
    prueba = abrir("pages/semaforo.py", tarjeta="politica_avance")
    assert [e.proto.body for e in prueba.get("html") if "no existe" in e.proto.body] == []


def test_la_pagina_entera_se_lleva_desde_lo_alto(abrir: Abrir, texto: Texto) -> None:
    de_pagina = enlaces(listas(texto(abrir("app.py", departamento="Arauca")))[""])
    assert list(de_pagina) == [f.codigo for f in FORMATOS_DE_PAGINA]
    assert de_pagina["zip"] == "/llevar/zip?departamento=Arauca&edicion=1"


def test_la_que_ofrece_sus_archivos_da_solo_el_enlace_y_la_cita(abrir: Abrir, texto: Texto) -> None:
    lista = listas(texto(abrir("pages/descargas.py")))[""]
    assert enlaces(lista) == {}
    assert "Cómo citar" in lista


@pytest.mark.parametrize(("motivo", "rotulo"), [("", "Llevar o añadir"), ("No.", "Llevar")])
def test_donde_se_escribe_tambien_se_anade(
    abrir: Abrir, monkeypatch: pytest.MonkeyPatch, motivo: str, rotulo: str
) -> None:
    monkeypatch.setattr(este_equipo, "motivo", lambda: motivo)
    prueba = abrir("pages/semaforo.py", ver="sobre")
    rotulos = [p.proto.popover.label for p in prueba.get("popover")]
    assert rotulos == ["Llevar la página", rotulo]
    anaden = [b for b in prueba.button if b.label == "Añadir a la sesión"]
    assert len(anaden) == (1 if not motivo else 0)


def test_un_mapa_de_areas_ofrece_sus_areas(abrir: Abrir, texto: Texto) -> None:
    suyas = listas(texto(abrir("pages/mapas_ipt.py")))
    ofrece = {f.codigo for f in FORMATOS}
    assert enlaces(suyas["mapa_orden"]).keys() == ofrece
    de_puntos = listas(texto(abrir("pages/transferencias.py", ver="mapa")))["transferencias"]
    assert enlaces(de_puntos).keys() == ofrece - {"geojson"}
