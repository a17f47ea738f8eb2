"""Nada que no haya escrito el programa llega a Streamlit como Markdown.

Un aviso (`st.warning`…) solo lleva constantes: lo demás se dice con `decir`, en HTML escapado. Un
título, un rótulo o una ayuda llevan constantes o lo que devuelve `llano`.
"""

import ast
from collections.abc import Iterator

import pytest
from casa import FUENTES, PAGINAS, nombre, texto

DIBUJAN = [*PAGINAS, *(r for r in FUENTES if "interfaz" in r.parts)]
AVISOS = {"warning", "info", "error", "success", "exception", "toast"}
ROTULOS = {
    *("markdown", "caption", "title", "header", "subheader", "write", "expander", "status"),
    *("button", "download_button", "link_button", "page_link", "popover", "dialog", "badge"),
    *("text_input", "text_area", "selectbox", "multiselect", "slider", "select_slider", "metric"),
    *("radio", "pills", "segmented_control", "checkbox", "toggle", "date_input", "number_input"),
    *("tabs", "spinner", "file_uploader", "divider", "latex", "chat_message", "write_stream"),
}
ELIGEN = {"radio", "pills", "segmented_control", "write", "write_stream"}
"""También sus opciones son Markdown: hoy no se usan."""
EN_PRIMER_LUGAR = ROTULOS - {"page_link"}
NOMBRADOS = {"label", "help", "body", "title", "caption", "captions"}
SIN_STREAMLIT = {"decir", "BITACORA", "transport"}
"""`decir` escapa; la bitácora y lo que va por la red no son de la página."""
PROPIAS = {"llano", "carpeta"}
"""`carpeta` es la de la dirección, que escribe quien instala el tablero."""


def _escrito(nodo: ast.expr) -> bool:
    """Si es un texto del programa, o pasó por `llano`."""
    match nodo:
        case ast.Constant():
            return True
        case ast.Name(id=nombre) | ast.Attribute(attr=nombre):
            return nombre.isupper()
        case ast.Subscript(value=valor):
            return _escrito(valor)
        case ast.JoinedStr(values=partes):
            return all(_escrito(p.value) for p in partes if isinstance(p, ast.FormattedValue))
        case ast.IfExp(body=uno, orelse=otro) | ast.BinOp(left=uno, right=otro):
            return _escrito(uno) and _escrito(otro)
        case ast.Call(func=ast.Name(id=nombre)):
            return nombre in PROPIAS
        case ast.ListComp(elt=cada):
            return _escrito(cada)
    return False


def _faltas(codigo: str) -> Iterator[str]:
    for nodo in ast.walk(ast.parse(codigo)):
        if not (isinstance(nodo, ast.Call) and isinstance(nodo.func, ast.Attribute)):
            continue
        funcion, de = nodo.func.attr, nodo.func.value
        if ast.unparse(de).rpartition(".")[2] in SIN_STREAMLIT:
            continue
        if funcion not in AVISOS | ROTULOS:
            continue
        textos = [] if funcion == "page_link" else list(nodo.args[:1])
        textos += [k.value for k in nodo.keywords if k.arg in NOMBRADOS]
        if funcion in ELIGEN or not all(map(_escrito, textos)):
            yield f"{nodo.lineno}: {ast.unparse(nodo)[:90]}"


def test_lo_que_streamlit_lee_como_markdown_lo_escribio_el_programa() -> None:
    assert {nombre(r): f for r in DIBUJAN if (f := list(_faltas(texto(r))))} == {}


@pytest.mark.parametrize(
    ("codigo", "faltas"),
    [
        ("st.warning(f'No hay {pedido}')", 1),
        ("columna.subheader(titulo)", 1),
        ("st.expander(f'{titulo}: 3')", 1),
        ("st.page_link(archivo, label=etiqueta)", 1),
        ("st.download_button('Descargar', help=archivo)", 1),
        ("st.radio('Cuál', ['a'])", 1),
        ("st.warning(NADA); st.caption(llano(x)); st.markdown(f'**{llano(x)}** (a)')", 0),
        ("decir.error(x); BITACORA.warning(x)", 0),
    ],
)
def test_la_regla_ve_lo_que_debe(codigo: str, faltas: int) -> None:
    assert len(list(_faltas(codigo))) == faltas


def test_nadie_pide_html_sin_escapar() -> None:
    escritos = {ruta: ruta.read_text(encoding="utf-8") for ruta in DIBUJAN}
    assert [ruta for ruta, texto in escritos.items() if "unsafe_allow" in texto] == []
