"""Un texto se limpia una sola vez y siempre igual."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.texto import codigo, limpiar, plano, que_cambio, visible

RAREZAS = [
    ("San José de\u00a0Cúcuta", "San José de Cúcuta", "espacio duro"),
    ("San José de\u2009Cúcuta", "San José de Cúcuta", "espacio fino"),
    ("San José de\u2003Cúcuta", "San José de Cúcuta", "espacio de raya"),
    ("San José  de Cúcuta", "San José de Cúcuta", "doble espacio"),
    ("San José\nde Cúcuta", "San José de Cúcuta", "salto de línea"),
    ("San José\u2028de Cúcuta", "San José de Cúcuta", "salto de línea"),
    ("San José\tde Cúcuta", "San José de Cúcuta", "tabulador"),
    ("Necoclí\u200b", "Necoclí", "espacio de ancho cero"),
    ("Neco\u00adclí", "Necoclí", "guion discrecional"),
    ("\ufeffNecoclí", "Necoclí", "marca de orden de bytes"),
    (" Necoclí", "Necoclí", "espacio en un extremo"),
    (unicodedata.normalize("NFD", "Necoclí"), "Necoclí", "acento aparte"),
    ("Nuevo\u2011Sur", "Nuevo-Sur", "guion duro"),
    ("Bogotá\uff0c D.C.", "Bogotá, D.C.", "， por ,"),
]


@pytest.mark.parametrize(("escrito", "leido", "nombre"), RAREZAS)
def test_lo_que_no_se_ve_se_quita_y_se_nombra(escrito: str, leido: str, nombre: str) -> None:
    assert limpiar(escrito) == leido
    assert que_cambio(escrito) == (nombre,)


def test_una_raya_de_una_frase_no_es_un_guion() -> None:
    assert limpiar("2023–2035 — vigencia") == "2023–2035 — vigencia"
    assert codigo("0412–2025") == "0412-2025"


def test_los_parrafos_se_conservan_si_se_piden() -> None:
    assert limpiar("Uno.\r\n\r\n  Dos\u00a0y  tres.", parrafos=True) == "Uno.\nDos y tres."
    assert limpiar("Uno.\r\n\r\nDos.") == "Uno. Dos."


@pytest.mark.parametrize("escrito", ["1․1․1", "1.1.１", "1·1·1", " 1.1.1\u200b", "1．1．1"])
def test_un_codigo_se_lee_con_los_signos_del_teclado(escrito: str) -> None:
    assert codigo(escrito) == "1.1.1"


def test_un_codigo_no_gana_ni_pierde_cifras() -> None:
    assert codigo("1.1.\u00a01.") == "1.1. 1."
    assert codigo("1.1 1") == "1.1 1"


def test_plano_sirve_para_comparar() -> None:
    assert plano("Línea \u00a0Base:") == "linea base"
    assert plano("Bogotá, D.C.") == "bogota d c"
    assert plano("INTEGRACIÓN\u200b Social") == plano("Integración  social")


def test_lo_que_no_se_ve_se_muestra() -> None:
    assert visible("José\u00a0de Cúcuta") == "José⟨espacio duro⟩de Cúcuta"
    assert visible("José  de ") == "José⟨doble espacio⟩de⟨espacio de más⟩"
    assert visible("Necoclí\u200b") == "Necoclí⟨espacio de ancho cero⟩"
    assert visible("Villa del Rosario") == "Villa del Rosario"


@given(st.text())
def test_limpiar_dos_veces_es_limpiar_una(texto: str) -> None:
    limpio = limpiar(texto)
    assert limpiar(limpio) == limpio
    assert que_cambio(limpio) == ()
    assert plano(texto) == plano(limpio)


@given(st.text())
def test_un_codigo_leido_dos_veces_es_el_mismo(texto: str) -> None:
    assert codigo(codigo(texto)) == codigo(texto)
