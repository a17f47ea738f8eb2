"""Un texto ajeno nunca es una marca: ni para Markdown ni para lo que Streamlit le agrega."""

import re
from pathlib import Path

import pytest
import streamlit as st
from hypothesis import given
from hypothesis import strategies as hs

from tablero.interfaz.marco import decir
from tablero.interfaz.marco.sin_marcas import NADA, llano

ESCAPADO = re.compile(r"\\([!-/:-@\[-`{-~])")
SITIO = re.compile(r"(https?://|www(?=\.))([-.\w]+)", re.IGNORECASE | re.ASCII)
CORREO = re.compile(r"[-.\w+]+@[-\w]+(?:\.[-\w]+)+", re.ASCII)
FIGURA = re.compile(r":[\w+-][\w_+-]*:|:material_\w+:|:streamlit:", re.ASCII)
FLECHA = re.compile(r"(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)")
DE_STREAMLIT = (
    r"/(https?:\/\/|www(?=\.))([-.\w]+)([^ \t\r\n]*)/gi",
    r"/(?<=^|\s|\p{P}|\p{S})([-.\w+]+)@([-\w]+(?:\.[-\w]+)+)/gu",
    r"/:(?!material\/|streamlit:)[\w+-][\w_+-]*:/",
    r"/:material_(\w+):/g",
    r"/(^|\s)<->(\s|$)/g",
    r"/(?<!\$)\$(?![\s$])[^$\n]*?[^\s$]\$(?!\d)/",
    "if(a===`small`){",
)
"""Lo que Streamlit busca en un texto ya sin barras; si cambia, `llano` se revisa."""

TROZOS = hs.sampled_from(
    [
        *("http://", "https://", "HTTP://", "www.", "evil.example", "a@b.co", "mailto:", "//"),
        *(":smile:", ":streamlit:", ":material/add:", ":red[", "]", "](", ")", "![", "<", ">"),
        *("$", "$5", "`", "*", "_", "~~", "|", "\\", "&#104;", "&amp;", "#", "-", "->", "--"),
        *(" ", "\n", "\t", "1.", "1)", "+", "é", "ñ", "«", "»", ":", "@", "x", "10:30", "[^1]"),
        *("<a href=x>", "javascript:", "\u200b", "пример", ":small[]", "{", "}", "!", "="),
    ]
)
CUALQUIERA = hs.one_of(hs.text(max_size=40), hs.lists(TROZOS, max_size=8).map("".join))


@given(CUALQUIERA)
def test_se_lee_el_mismo_texto_y_nada_suyo_es_un_enlace_ni_una_figura(texto: str) -> None:
    piezas = [ESCAPADO.sub(r"\1", pieza) for pieza in llano(texto).split(NADA)]
    assert "".join(piezas) == re.sub(r"[ \t\r\n\f\v]+", " ", texto).strip(" ")
    for pieza in piezas:
        assert not any(busca.search(pieza) for busca in (SITIO, CORREO, FIGURA, FLECHA))


@given(CUALQUIERA)
def test_ninguna_marca_queda_sin_barra(texto: str) -> None:
    """Lo que abre algo en Markdown: sin una barra delante no queda ninguna."""
    crudo = re.sub(r"\\[!-/:-@\[-`{-~]", "\x00", llano(texto).replace(NADA, "\x00"))
    assert not re.search(r"[\\`*_\[\]<>~|]|&#?\w+;|:[\w/]", crudo)
    assert not re.search(r"\$(?!\d)", crudo)
    assert not re.match(r"[-+#]|\d+[.)]( |$)", llano(texto))


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("[Entre aquí](http://x.co)", r"\[Entre aquí\](h:small[]ttp\://x.co)"),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
        ("<script>", r"\<script\>"),
        (":red[x] $x^2$", r"\:red\[x\] \$x^2\$"),
        (r"a\*", r"a\\\*"),
        ("a@b.co :smile: a -> b", r"a@:small[]b.co \:s:small[]mile: a -:small[]\> b"),
        ("&#104;ttp", r"\&#104;ttp"),
        ("1. Uno\n# Dos", r"1\. Uno # Dos"),
        ("Girado: $12.345.600 (16.º)", "Girado: $12.345.600 (16.º)"),
        ("1.1.4. Bogotá, D.C. — 52,05\u00a0%", "1.1.4. Bogotá, D.C. — 52,05\u00a0%"),
    ],
)
def test_un_texto_ajeno_se_lee_tal_cual(texto: str, esperado: str) -> None:
    assert llano(texto) == esperado


def test_streamlit_sigue_buscando_lo_mismo() -> None:
    estaticos = Path(st.__file__).parent / "static" / "static" / "js"
    (guion,) = estaticos.glob("StreamlitMarkdown.*.js")
    escrito = guion.read_text(encoding="utf-8")
    assert [busca for busca in DE_STREAMLIT if busca not in escrito] == []


@pytest.mark.parametrize(("letras", "sigue"), [(80, ""), (81, "…")])
def test_lo_que_pide_un_enlace_se_corta(letras: int, sigue: str) -> None:
    assert decir.citado("A" * letras) == "A" * 80 + sigue


def test_un_aviso_es_html_escapado(monkeypatch: pytest.MonkeyPatch) -> None:
    dichos: list[str] = []
    monkeypatch.setattr(st, "html", dichos.append)
    decir.advertir("<a href='//x'>", fuerte="**b**")
    decir.informar("http://x.co")
    decir.frase("$x$")
    assert dichos == [
        '<div class="tb-alerta tb-advierte" role="alert"><strong>**b**</strong> '
        "&lt;a href=&#x27;//x&#x27;&gt;</div>",
        '<div class="tb-alerta tb-informa" role="status">http://x.co</div>',
        '<p class="tb-frase">$x$</p>',
    ]
