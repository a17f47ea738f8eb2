"""Un texto se limpia una sola vez y siempre igual."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tablero.texto import (
    a_codigo,
    ajenas,
    codigo,
    es_invisible,
    esta_vacio,
    limpiar,
    plano,
    que_cambio,
    visible,
)

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
    ("O\ufb01cina", "Oficina", "ﬁ por fi"),
    ("Villa&nbsp;del Rosario", "Villa del Rosario", "«&nbsp;»"),
    ("Nari&ntilde;o", "Nariño", "«&ntilde;»"),
    ("Villa_x000D_ del Rosario", "Villa del Rosario", "«_x000D_»"),
    ("\ufffcTurbo", "Turbo", "objeto incrustado"),
    ("Tur\u2066bo", "Turbo", "U+2066"),
    ("\U0001d413urbo", "Turbo", "\U0001d413 por T"),
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


@pytest.mark.parametrize("escrito", ["1.1.4²", "1.1.4¹", "1.1.④", "1.1.½", "⒈1.4", "1.1.4ª"])
def test_un_codigo_con_una_llamada_no_es_otro_codigo(escrito: str) -> None:
    """Con las cifras del teclado, «1.1.4²» sería 1.1.42: otro producto."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", codigo(escrito), re.ASCII) is None


def test_un_escape_que_es_parte_del_texto_queda() -> None:
    assert limpiar("total_x0031_b y R&D; x") == "total_x0031_b y R&D; x"
    assert limpiar("a&amp;nbsp;b") == "a b"


@pytest.mark.parametrize(
    ("escrito", "letras", "mostrado"),
    [
        ("\u0421entro", ("\u0421",), "⟨\u0421 cirílica⟩entro"),
        ("B\u03bfgotá", ("\u03bf",), "B⟨\u03bf griega⟩gotá"),
        ("1.1.\u0664", ("\u0664",), "1.1.⟨\u0664 U+0664⟩"),
        ("12 µg, n.º 3, 1.ª", (), "12 µg, n.º 3, 1.ª"),
        ("Barranquilla", (), "Barranquilla"),
    ],
)
def test_una_letra_de_otro_alfabeto_se_nota(
    escrito: str, letras: tuple[str, ...], mostrado: str
) -> None:
    assert ajenas(limpiar(escrito)) == letras
    assert visible(escrito) == mostrado


def test_lo_que_no_tiene_nada_a_la_vista_esta_vacio() -> None:
    assert all(map(esta_vacio, ("", " ", "\u00a0\u200b", "\n\t", "&nbsp;"[:0])))
    assert not any(map(esta_vacio, ("0", " x", "\u200b-")))


def test_a_codigo_es_ascii() -> None:
    assert a_codigo("Integración Social, n.º 2") == "integracion_social_n_o_2"


@given(st.text())
def test_limpiar_dos_veces_es_limpiar_una(texto: str) -> None:
    limpio = limpiar(texto)
    assert limpiar(limpio) == limpio
    assert que_cambio(limpio) == ()
    assert plano(texto) == plano(limpio)
    assert esta_vacio(texto) == (limpio == "")
    # De lo limpio solo queda a la vista por su nombre lo que no tiene con qué cambiarse.
    assert not [c for c in limpio if es_invisible(c) and limpiar(c) not in ("", c)]


@given(st.text())
def test_lo_que_se_muestra_deja_ver_lo_que_cambio(texto: str) -> None:
    """Si se leyó distinto, se ve distinto, o es un escape que ya estaba a la vista."""
    if limpiar(texto) != texto:
        assert que_cambio(texto)
        assert visible(texto) != limpiar(texto)


@given(st.text())
def test_un_codigo_leido_dos_veces_es_el_mismo(texto: str) -> None:
    assert codigo(codigo(texto)) == codigo(texto)
