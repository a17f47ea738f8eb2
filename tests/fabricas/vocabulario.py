"""Las palabras que Streamlit trae en inglés, leídas del programa instalado, y cuáles se traducen.

Se leen de su JavaScript: los rótulos, los textos y toda frase. Cada una o la traduce el guion o
está en `NO_SALEN`, con el motivo; de un pedazo que el tablero no usa no sale ninguna.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import streamlit as st

INSTALADO = Path(st.__file__).parent / "static" / "static" / "js"
GUION = files("tablero.interfaz.servidor") / "guion" / "traduccion.js"
ROTULO = re.compile(
    r'(?:"aria-(?:label|description|roledescription|valuetext)"|\b(?:title|placeholder|children|label'
    r"|alt|content|tooltip|help|ariaLabel|errorMsg|heading|header)):([^,;{}]{0,160}`[^,;{}]*)"
)
LITERAL = re.compile(r"`((?:[^`\\]|\\.)*)`")
FRASE = re.compile(r"[A-Z][a-z’']+(?: [\w’'(]+[,:;)]?)+(?:\.{1,3}|!|\?)?")
DE_CODIGO = re.compile(r"^[a-z]+[A-Z]|^[a-z-]+$|rgba?\(|^[^a-zA-Z]*$|^\W*[a-zA-Z]\W*$|[{;}<>=]{2}")
USADOS = (
    *("index", "ErrorElement", "StreamlitMarkdown", "utils", "Toolbar", "Selectbox", "Multiselect"),
    *("TextInput", "DownloadButton", "ArrowVegaLiteChart", "Slider", "WidgetLabel", "MenuButton"),
    *("useFormValidation", "Table", "NumberInput", "useCopyToClipboard", "useFloatingOverlay"),
)
"""Los pedazos que una página del tablero carga, y de los que se mira toda frase."""
SOLO_ROTULOS = ("DeckGlJsonChart", "embed", "CustomTheme", "DynamicIcon")
"""También los carga; sus frases son fallas del dibujo que van a la consola: solo sus rótulos."""
AJENOS = {
    "audio_input": ("AudioInput",),
    "camera_input": ("CameraInput",),
    "chat_input": ("ChatInput",),
    "color_picker": ("ColorPicker",),
    "dataframe|data_editor": ("DataFrame",),
    "date_input|datetime_input|time_input": (
        *("DateInput", "DateTimeInput", "TimeInput", "ReorderedSegments"),
    ),
    "echarts": ("EChartsChart",),
    "feedback": ("Feedback",),
    "file_uploader": ("FileUploader",),
    "iframe|components": ("IFrame",),
    "json": ("Json", "reactJsonViewCompat"),
    "pagination": ("Pagination",),
    "code|latex|mermaid": (
        *("MermaidChart", "StreamlitSyntaxHighlighter", "architectureDiagram-ZHVYKT53"),
        *("diagram-CBK3MWTC", "katex", "rehype-katex"),
    ),
}
"""Los que no carga, por lo que habría que llamar de Streamlit (`st.…`) para cargarlos."""
HUECO = re.compile(r"\$\{[^{}]*\}?")
"""Lo que el programa llena al mostrarla: se prueba con un número."""


@cache
def pedazos() -> dict[str, str]:
    """El código de cada pedazo instalado, por su nombre sin huella."""
    juntos: dict[str, str] = {}
    for archivo in sorted(INSTALADO.glob("*.js")):
        nombre = archivo.name.split(".")[0]
        juntos[nombre] = juntos.get(nombre, "") + archivo.read_text(encoding="utf-8")
    return juntos


@cache
def vocabulario(pedazo: str) -> frozenset[str]:
    """Lo que ese pedazo puede escribir: rótulos y, si es de `USADOS`, toda frase."""
    codigo = pedazos()[pedazo]
    return frozenset(_rotulos(codigo)) | frozenset(_frases(codigo) if pedazo in USADOS else ())


def _rotulos(codigo: str) -> Iterator[str]:
    for rotulo in ROTULO.finditer(codigo):
        for literal in LITERAL.findall(rotulo.group(1)):
            if not DE_CODIGO.search(literal):
                yield literal.strip()


def _frases(codigo: str) -> Iterator[str]:
    for literal in LITERAL.findall(codigo):
        if FRASE.fullmatch(literal.strip()):
            yield literal.strip()


def del_tablero() -> frozenset[str]:
    """Todo lo que los pedazos que el tablero usa pueden escribir en inglés, de una sola pieza."""
    return frozenset(p for nombre in (*USADOS, *SOLO_ROTULOS) for p in vocabulario(nombre))


@cache
def palabras_traducidas() -> frozenset[str]:
    """Las que el guion cambia enteras."""
    codigo = GUION.read_text(encoding="utf-8")
    cuerpo = codigo[codigo.index("var PALABRAS") : codigo.index("var REGLAS")]
    return frozenset(re.findall(r'^\s+"((?:[^"\\]|\\.)*)":', cuerpo, re.MULTILINE))


@cache
def reglas() -> tuple[re.Pattern[str], ...]:
    """Las que cambia por su forma."""
    codigo = GUION.read_text(encoding="utf-8")
    cuerpo = codigo[codigo.index("var REGLAS") : codigo.index("var ATRIBUTOS")]
    return tuple(re.compile(r) for r in re.findall(r"\[/((?:[^/\\]|\\.)+)/", cuerpo))


def se_traduce(texto: str) -> bool:
    """Si el guion la cambia; lo que el programa llena puede ser cualquier cosa."""
    lleno = HUECO.sub("1", texto)
    return lleno in palabras_traducidas() or any(regla.search(lleno) for regla in reglas())
