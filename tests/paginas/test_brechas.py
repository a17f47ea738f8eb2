"""Brechas: el resumen, la matriz y lo que no se sabe, con y sin filtro."""

import re

import pytest
from tipos import LeerTodo

from tablero import formato
from tablero.consultas import brechas
from tablero.consultas.base import Base
from tablero.interfaz.paginas.brechas import matriz
from tablero.respuestas import brechas as brechas_frases

PAGINA = "pages/brechas.py"


def valor(base: Base, codigo: str) -> str:
    """La transferencia de un municipio en la matriz, como se escribe."""
    (fila,) = brechas.matriz(base, departamento=None, municipio=codigo).datos.to_dict("records")
    return formato.pesos(fila["valor_cop"])


def test_todo_el_pais(leer_todo: LeerTodo, base: Base) -> None:
    pantalla = leer_todo(PAGINA)
    for frase in (
        "16 de los 34 municipios priorizados no aparecen en las listas de centros, transferencias "
        "ni talleres",
        "<strong>aparece con las tres cosas</strong></p>"
        '<p class="tb-nota">Santiago de Cali (32.º)<',
        "Puerto Santander (1.º), Tame (4.º), Saravena (6.º), Los Patios (8.º), Ocaña (10.º), "
        "Ciénaga (11.º), Aguachica (13.º), Turbaco (15.º), Dosquebradas (18.º), Palmira (21.º), "
        "Valledupar (22.º), Floridablanca (23.º), Envigado (24.º), Soledad (26.º), San Andrés de "
        "Tumaco (30.º) y Jamundí (34.º)<",
        "aparecen con dos de las tres (3 de ellos, con algo más a medias)<",
        "aparecen con una de las tres (2 de ellos, con algo más a medias)<",
        "Sin ninguna brecha territorial hay 4: Santiago de Cali (32.º), con las tres cosas; "
        "Riohacha (9.º), Necoclí (12.º) e Ipiales (14.º), con algo a medias (proyectado, desistido "
        "o de su subregión).",
        "Fuera de la lista de centros hay 21; los de más alta prioridad: Puerto Santander (1.º), "
        "Puerto Carreño (2.º), Tame (4.º), Villa del Rosario (5.º) y Saravena (6.º).",
        "Con un centro solo proyectado: Ipiales (14.º), Acandí y Buenaventura.",
        f"Desistieron de la transferencia: Maicao (7.º), {valor(base, '44430')}; Riohacha (9.º), "
        f"{valor(base, '44001')}.",
        "El taller de «Urabá Antioqueño» fue en una subregión",
        "Sin ser de los 34 priorizados, están en alguna lista: Soacha, Funza, Juradó, Tibú, Acandí "
        "y Buenaventura.",
        "De los 34 municipios priorizados, 21 no están en la lista de centros, 23 no están en la "
        "de transferencias y 22 no están en la de talleres",
        "CNIM · noviembre de 2025 · personas: 1 de enero de 2025 a 30 de septiembre de 2025",
        "EAT · 2023-2024",
        "otros talleres durante el primer semestre de 2024, en su fase 3",
        "Planes de Desarrollo Territorial», que según la fuente «se implementó»)",
        "en los 14 clústeres, con los 34 municipios priorizados",
        "Sección 2.2.3, actividad 2",
    ):
        assert frase in pantalla
    for cuantos in (1, 11, 6, 16):
        assert f'<p class="tb-cifra">{cuantos}</p>' in pantalla


def test_la_matriz_enlaza_cada_municipio_con_su_ficha(base: Base) -> None:
    datos = brechas.matriz(base, departamento=None, municipio=None).datos
    html = matriz.tabla(datos)
    assert re.findall(r'href="ficha_territorial\?municipio=(\d{5})">', html) == list(
        datos["municipio_codigo"]
    )
    primera, segunda = html.split("No priorizados que alguna lista nombra</p>")
    assert (primera.count("<tr>"), segunda.count("<tr>")) == (35, 7)
    assert "Orden IPT" in primera
    assert "Orden IPT" not in segunda


def test_cada_estado_lleva_palabra_y_signo(base: Base) -> None:
    html = matriz.tabla(brechas.matriz(base, departamento=None, municipio=None).datos)
    tablas = html[html.index("<table") :]
    assert {
        palabra: len(re.findall(rf'aria-hidden="true">{signo}</i> {palabra}<', tablas))
        for signo, palabra in (
            ("●", "Sí"),
            ("○", "No aparece"),
            ("▲", "Proyectado"),
            ("✕", "Desistió"),
            ("◇", "Subregión"),
        )
    } == {"Sí": 36, "No aparece": 77, "Proyectado": 3, "Desistió": 2, "Subregión": 2}


@pytest.mark.parametrize(
    ("codigo", "lineas"),
    [
        (
            "81001",
            [
                "Centro Intégrate: sí · 51 personas · nuevo · fecha de apertura: sin dato.",
                "Transferencia psicosocial: sí · {valor}.",
                "Taller nombrado: no aparece.",
            ],
        ),
        (
            "44430",
            [
                "Centro Intégrate: sí · personas: sin dato · nuevo · abrió el 4 de septiembre de "
                "2025.",
                "Transferencia psicosocial: desistió · {valor}.",
                "Taller nombrado: no aparece.",
            ],
        ),
        (
            "52356",
            [
                "Centro Intégrate: proyectado.",
                "Transferencia psicosocial: sí · {valor}.",
                "Taller nombrado: sí · Ipiales.",
            ],
        ),
        (
            "05837",
            [
                "Centro Intégrate: no aparece.",
                "Transferencia psicosocial: sí · {valor}.",
                "Taller nombrado: subregión · Urabá Antioqueño.",
            ],
        ),
    ],
)
def test_un_municipio_dice_lo_de_cada_lista(base: Base, codigo: str, lineas: list[str]) -> None:
    datos = brechas.matriz(base, departamento=None, municipio=codigo).datos
    filas = [{str(c): v for c, v in f.items()} for f in datos.to_dict("records")]
    esperadas = [linea.format(valor=valor(base, codigo)) for linea in lineas]
    assert brechas_frases.parrafos(filas) == esperadas


def test_con_un_departamento(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Norte de Santander")
    for frase in (
        "3 de los 5 municipios priorizados de Norte de Santander no aparecen en las listas",
        "no aparecen con ninguna de las tres</strong></p>"
        '<p class="tb-nota">Puerto Santander (1.º), '
        "Los Patios (8.º) y Ocaña (10.º)<",
        "De los 5 municipios priorizados de Norte de Santander, 4 no están en la lista de centros",
        "Sin ser de los 34 priorizados, está en alguna lista: Tibú.",
    ):
        assert frase in pantalla
    assert "Puerto Carreño" not in pantalla


def test_donde_alguna_lista_nombra_a_todos(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="La Guajira")
    assert (
        "A cada uno de los 2 municipios priorizados de La Guajira lo nombra alguna de las tres"
        in pantalla
    )


def test_un_solo_priorizado_no_lleva_conteos(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Vichada")
    assert "Puerto Carreño (2.º de 34 en el orden del IPT) aparece con una de las tres" in pantalla
    assert '"tb-cifra"' not in pantalla
    assert "De los 1" not in pantalla


@pytest.mark.parametrize(
    ("tiene", "brechas", "esperado"),
    [
        (3, 0, "aparece con las tres cosas"),
        (1, 1, "aparece con una de las tres, y a medias con otra"),
        (1, 0, "aparece con una de las tres, y a medias con las otras dos"),
        (0, 2, "solo aparece a medias, con una de las tres"),
        (0, 3, "no aparece en las listas de centros, transferencias ni talleres"),
    ],
)
def test_de_uno_solo_no_se_dice_que_no_tiene(tiene: int, brechas: int, esperado: str) -> None:
    fila = {"municipio_nombre": "Tame", "orden": 4, "es_priorizado": True, "priorizados_total": 34}
    titulo = brechas_frases.titulo([{**fila, "tiene": tiene, "brechas": brechas}], None)
    assert titulo == f"Tame (4.º de 34 en el orden del IPT) {esperado}"


def test_un_departamento_sin_priorizados(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Cundinamarca")
    assert "Ninguno de los 34 municipios priorizados está en Cundinamarca" in pantalla
    assert "Sin ser de los 34 priorizados, están en alguna lista: Soacha y Funza." in pantalla
    assert "Orden IPT" not in pantalla


def test_donde_ninguna_lista_nombra_a_nadie(leer_todo: LeerTodo) -> None:
    pantalla = leer_todo(PAGINA, departamento="Amazonas")
    assert "Ninguna lista nombra a Amazonas" in pantalla
    assert "Municipio por municipio" not in pantalla
    assert "Hubo talleres que la fuente no sitúa en un municipio" in pantalla
