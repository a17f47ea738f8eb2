"""Brechas: el resumen, la matriz y lo que no se sabe, con y sin filtro."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tablero.consultas import brechas
from tablero.consultas.base import Base
from tablero.interfaz import brechas_frases, brechas_matriz

Abrir = Callable[..., AppTest]
Texto = Callable[[AppTest], str]
PAGINA = "pages/brechas.py"


def test_todo_el_pais(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA))
    for frase in (
        "16 de los 34 municipios priorizados no tienen Centro Intégrate, ni transferencia "
        "psicosocial, ni taller nombrado",
        '<strong>tiene las tres cosas</strong></p><p class="tb-nota">Santiago de Cali (32.º)<',
        "Puerto Santander (1.º), Tame (4.º), Saravena (6.º), Los Patios (8.º), Ocaña (10.º), "
        "Ciénaga (11.º), Aguachica (13.º), Turbaco (15.º), Dosquebradas (18.º), Palmira (21.º), "
        "Valledupar (22.º), Floridablanca (23.º), Envigado (24.º), Soledad (26.º), San Andrés de "
        "Tumaco (30.º) y Jamundí (34.º)<",
        "Sin Centro Intégrate hay 21; los de más alta prioridad: Puerto Santander (1.º), Puerto "
        "Carreño (2.º), Tame (4.º), Villa del Rosario (5.º) y Saravena (6.º).",
        "Con un centro solo proyectado: Ipiales (14.º), Acandí y Buenaventura.",
        "Desistieron de la transferencia: Maicao (7.º), $183.987.290; Riohacha (9.º), "
        "$225.798.080.",
        "El taller de «Urabá Antioqueño» fue en una subregión",
        "Fuera de los 34, están en alguna lista: Soacha, Funza, Juradó, Tibú, Acandí y "
        "Buenaventura.",
        "De los 34 municipios priorizados, 21 no tienen Centro Intégrate, 23 no tienen "
        "transferencia y 22 no tienen taller nombrado",
        "CNIM · noviembre de 2025 · personas: 1 de enero de 2025 a 30 de septiembre de 2025",
        "EAT · 2023-2024",
        "otros talleres durante el primer semestre de 2024, en su fase 3",
        "14 clústeres, con los 34 municipios priorizados",
        "Sección 2.2.3, actividad 2",
    ):
        assert frase in pantalla
    for cuantos in (1, 11, 6, 16):
        assert f'<p class="tb-cifra">{cuantos}</p>' in pantalla


def test_la_matriz_enlaza_cada_municipio_con_su_ficha(base: Base) -> None:
    datos = brechas.matriz(base, departamento=None, municipio=None).datos
    html = brechas_matriz.tabla(datos)
    assert re.findall(r'href="ficha_territorial\?municipio=(\d{5})">', html) == list(
        datos["municipio_codigo"]
    )
    primera, segunda = html.split("Fuera de los priorizados, con algo en alguna lista</p>")
    assert (primera.count("<tr>"), segunda.count("<tr>")) == (35, 7)
    assert "Orden IPT" in primera
    assert "Orden IPT" not in segunda


def test_cada_estado_lleva_palabra_y_signo(base: Base) -> None:
    html = brechas_matriz.tabla(brechas.matriz(base, departamento=None, municipio=None).datos)
    tablas = html[html.index("<table") :]
    assert {
        palabra: len(re.findall(rf'aria-hidden="true">{signo}</i> {palabra}<', tablas))
        for signo, palabra in (
            ("●", "Sí"),
            ("○", "No"),
            ("▲", "Proyectado"),
            ("✕", "Desistió"),
            ("◇", "Subregión"),
        )
    } == {"Sí": 36, "No": 77, "Proyectado": 3, "Desistió": 2, "Subregión": 2}


@pytest.mark.parametrize(
    ("codigo", "lineas"),
    [
        (
            "81001",
            [
                "Centro Intégrate: sí · 51 personas · nuevo · fecha de apertura: sin dato.",
                "Transferencia psicosocial: sí · $137.021.330.",
                "Taller nombrado: no.",
            ],
        ),
        (
            "44430",
            [
                "Centro Intégrate: sí · personas: sin dato · nuevo · abrió el 4 de septiembre de "
                "2025.",
                "Transferencia psicosocial: desistió · $183.987.290.",
                "Taller nombrado: no.",
            ],
        ),
        (
            "52356",
            [
                "Centro Intégrate: proyectado.",
                "Transferencia psicosocial: sí · $60.431.400.",
                "Taller nombrado: sí · Ipiales.",
            ],
        ),
        (
            "05837",
            [
                "Centro Intégrate: no.",
                "Transferencia psicosocial: sí · $60.431.400.",
                "Taller nombrado: subregión · Urabá Antioqueño.",
            ],
        ),
    ],
)
def test_un_municipio_dice_lo_de_cada_lista(base: Base, codigo: str, lineas: list[str]) -> None:
    datos = brechas.matriz(base, departamento=None, municipio=codigo).datos
    filas = [{str(c): v for c, v in f.items()} for f in datos.to_dict("records")]
    assert brechas_frases.parrafos(filas) == lineas


def test_con_un_departamento(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, departamento="Norte de Santander"))
    for frase in (
        "3 de los 5 municipios priorizados de Norte de Santander no tienen Centro Intégrate",
        'no tienen ninguna de las tres</strong></p><p class="tb-nota">Puerto Santander (1.º), '
        "Los Patios (8.º) y Ocaña (10.º)<",
        "De los 5 municipios priorizados de Norte de Santander, 4 no tienen Centro Intégrate",
        "Fuera de los 34, está en alguna lista: Tibú.",
    ):
        assert frase in pantalla
    assert "Puerto Carreño" not in pantalla


def test_donde_ninguno_carece_de_todo(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, departamento="La Guajira"))
    assert (
        "Ninguno de los 2 municipios priorizados de La Guajira carece de las tres cosas a la vez"
        in pantalla
    )


def test_un_solo_priorizado_no_lleva_conteos(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, departamento="Vichada"))
    assert "Puerto Carreño (2.º) tiene una de las tres" in pantalla
    assert "tb-cifra" not in pantalla.split("</style>")[1]
    assert "De los 1" not in pantalla


def test_un_departamento_sin_priorizados(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, departamento="Cundinamarca"))
    assert "Ninguno de los 34 municipios priorizados está en Cundinamarca" in pantalla
    assert "Fuera de los 34, están en alguna lista: Soacha y Funza." in pantalla
    assert "Orden IPT" not in pantalla


def test_donde_ninguna_lista_nombra_a_nadie(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, departamento="Amazonas"))
    assert "Ninguna lista nombra a Amazonas" in pantalla
    assert "Municipio por municipio" not in pantalla
    assert "Sin taller nombrado no es sin taller" in pantalla
