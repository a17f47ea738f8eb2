"""Qué página pide una dirección mal escrita: cada manera de dañarla, y lo que no se adivina."""

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tablero import rutas
from tablero.interfaz.servidor.direcciones import (
    bien_escrita,
    es_sospechosa,
    leer,
    parecidas,
    que_pide,
    secciones,
)

TODAS = secciones(rutas.RAIZ / "app.py")
NOMBRES = [enlace.nombre for paginas in TODAS.values() for enlace in paginas]
SOBRANTES = " .,;:)»\"'’”]}>…!?/-_\u00a0\u200b\u2009\ufeff\u00ad"
"""Lo que un correo, un chat o quien copia deja pegado a una dirección."""


def test_todas_las_paginas_del_menu_y_ninguna_mas() -> None:
    archivos = {p.stem for p in (rutas.RAIZ / "pages").glob("*.py")}
    assert set(NOMBRES) == archivos | {""}
    assert len(NOMBRES) == len(archivos) + 1
    assert next(iter(TODAS)) == "Cada día"
    assert TODAS["Cada día"][0].titulo == "Inicio"


def test_una_pagina_que_el_menu_no_nombra_tambien_existe(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "otra_cosa.py").touch()
    propias = secciones(tmp_path / "app.py")
    assert que_pide("/Otra-Cosa.", propias) == "otra_cosa"
    assert que_pide("/semaforo", propias) is None


@pytest.mark.parametrize(
    ("ruta", "nombre"),
    [
        ("/semaforo.", "semaforo"),
        ("/Semaforo", "semaforo"),
        ("/semáforo", "semaforo"),
        ("/sema\u0301foro", "semaforo"),
        ("/semaforo/", "semaforo"),
        ("//semaforo//", "semaforo"),
        ("/SEMAFORO", "semaforo"),
        ("/semaforo.html", "semaforo"),
        ("/semaforo.html.", "semaforo"),
        ("/pages/semaforo.py", "semaforo"),
        ("/mapas-ipt", "mapas_ipt"),
        ("/Mapas IPT", "mapas_ipt"),
        ("/mapas/ipt", "mapas_ipt"),
        ("/mapas+ipt", "mapas_ipt"),
        ("/índice_ipt»", "indice_ipt"),
        ("/transferencias-psicosociales", "transferencias"),
        ("/centros-intégrate", "centros_integrate"),
        ("/hoja-de-producto", "producto"),
        ("/¿Y si…?", "suponer"),
        ("/index.html", ""),
        ("/Inicio", ""),
        ("/.", ""),
        ("/\u200b", ""),
    ],
)
def test_las_letras_dicen_la_pagina(ruta: str, nombre: str) -> None:
    assert que_pide(ruta, TODAS) == nombre


@pytest.mark.parametrize(
    "ruta", ["/semaforos", "/nada", "/semaforo/otra", "/html", "/semaforo2", "/1"]
)
def test_lo_que_no_es_una_pagina_no_se_adivina(ruta: str) -> None:
    assert que_pide(ruta, TODAS) is None


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_nada_de_lo_que_se_pega_a_una_direccion_la_pierde(datos: st.DataObject) -> None:
    nombre = datos.draw(st.sampled_from(NOMBRES))
    antes, despues = (datos.draw(st.text(SOBRANTES, max_size=4)) for _ in range(2))
    letras = "".join(datos.draw(st.sampled_from((c, c.upper()))) for c in nombre)
    ruta = f"/{antes}{letras}{despues}".replace("?", "")
    assert que_pide(leer(quote(ruta).encode()), TODAS) == nombre


def test_se_leen_utf_8_latin_1_y_lo_escrito_dos_veces() -> None:
    assert leer(b"/sem%C3%A1foro") == "/semáforo"
    assert leer(b"/sem%E1foro") == "/semáforo"
    assert leer(b"/semaforo%2520") == "/semaforo "


@pytest.mark.parametrize(
    ("ruta", "consulta", "esperado"),
    [
        ("/Semaforo", "corte=2024-12-31", ("semaforo", "corte=2024-12-31")),
        ("/semaforo?corte=2024-12-31", "", ("semaforo", "corte=2024-12-31")),
        ("/semaforo?a=1", "b=2", ("semaforo", "a=1&b=2")),
        ("/entidad?nombre=I. Social", "", ("entidad", "nombre=I.%20Social")),
        ("/producto", "codigo=1.1.2&amp;corte=x", ("producto", "codigo=1.1.2&corte=x")),
        ("/semaforo#titulo", "", ("semaforo", "")),
        ("/semaforos", "corte=2024-12-31", None),
    ],
)
def test_la_consulta_se_conserva(
    ruta: str, consulta: str, esperado: tuple[str, str] | None
) -> None:
    assert bien_escrita(ruta, consulta, TODAS) == esperado


@pytest.mark.parametrize(
    ("ruta", "sugeridas"),
    [
        ("/semaforos", ["Semáforo"]),
        ("/semafro", ["Semáforo"]),
        ("/centros", ["Centros Intégrate"]),
        ("/semaforo/otra", ["Semáforo"]),
        ("/trasferencias", ["Transferencias psicosociales"]),
        ("/xyz", []),
        ("/a", []),
    ],
)
def test_lo_parecido_se_sugiere(ruta: str, sugeridas: list[str]) -> None:
    assert [enlace.titulo for enlace in parecidas(ruta, TODAS)] == sugeridas


@pytest.mark.parametrize(
    ("ruta", "sospechosa"),
    [
        ("/../semaforo", True),
        ("/semaforo/..", True),
        ("/..", True),
        ("/a\\b", True),
        ("/a\0", True),
        ("/semaforo..", False),
        ("/semaforo...", False),
    ],
)
def test_salir_de_la_carpeta_no_es_un_descuido(ruta: str, sospechosa: bool) -> None:
    assert es_sospechosa(ruta) is sospechosa
