"""Mapas IPT: el orden, la ficha y el índice, con y sin filtro."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

Abrir = Callable[..., AppTest]
Texto = Callable[[AppTest], str]
PAGINA = "pages/mapas_ipt.py"


def test_los_34_y_lo_que_encontro_el_indice(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA))
    for esperado in (
        "34 municipios priorizados: Puerto Santander, Puerto Carreño y Arauca encabezan el orden",
        "Antioquia y Norte de Santander reúnen 10 de los 34 municipios priorizados",
        ">34<",
        ">448<",
        "Son el 41,1\u00a0% de los municipios del país",
        ">cerca de 16<",
        ">8,3\u00a0%<",
        "«Solo el 8,3% de los municipios del país»",
        "7 componentes y 9 indicadores",
        "Morbilidad materna de nacionalidad extranjera.",
        "Los 5 rasgos de municipio que pesan más",
        "Municipios declarados áreas de desarrollo fronterizo.",
        "2.875.743",
        "Toque un municipio en el mapa",
    ):
        assert esperado in pantalla
    assert pantalla.count("Tabla 2") >= 3


def test_con_un_departamento(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, departamento="Arauca"))
    assert "3 de los 34 están en Arauca: Arauca (3.º), Tame (4.º) y Saravena (6.º)" in pantalla
    assert "Arauca tiene 3 de los 34 municipios priorizados" in pantalla
    assert "Puerto Carreño" not in pantalla.split("tb-caja")[1]
    assert ">448<" in pantalla


def test_la_ficha_de_un_municipio(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, municipio="81001"))
    for esperado in (
        "código DIVIPOLA 81001",
        "<b>3\u00a0de 34</b>",
        "<b>12</b> · con Saravena, Tame",
        "<b>Arauca (nuevo)</b> · 51\u00a0personas atendidas · del 1 de enero de 2025 al "
        "30 de septiembre de 2025",
        "<b>$137.021.330</b> · girado · Resolución 1409 de 2025",
        "sin dato: no está entre los 12 lugares que nombra la fuente",
        "El puntaje del IPT no se publica: sin dato.",
    ):
        assert esperado in pantalla
    assert "Toque un municipio" not in pantalla


def test_un_centro_sin_reporte_es_sin_dato_y_nunca_cero(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, municipio="44430"))
    assert (
        "<b>Maicao (nuevo)</b> · sin dato de personas atendidas · abrió el 4 de "
        "septiembre de 2025" in pantalla
    )
    assert "<b>$183.987.290</b> · desistido" in pantalla


def test_un_municipio_que_no_esta_priorizado(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, municipio="25286"))
    assert "Ninguno de los municipios priorizados está en Cundinamarca." in pantalla
    assert "sin dato: no está entre los 34 municipios priorizados" in pantalla
    assert "<b>Funza</b>" in pantalla
    assert "El orden publicado" not in pantalla
    assert "Cundinamarca no tiene ninguno de los 34 municipios priorizados" in pantalla


def test_un_filtro_que_no_existe_se_dice(abrir: Abrir, texto: Texto) -> None:
    pantalla = texto(abrir(PAGINA, departamento="Narnia"))
    assert "departamento «Narnia», que no existe" in pantalla
    assert "34 municipios priorizados" in pantalla
