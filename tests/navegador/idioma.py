"""Las palabras en inglés que alguien puede leer u oír en una página: las escribe Streamlit."""

import re
from pathlib import Path

from playwright.sync_api import Page

INGLESAS = (
    "about|all|and|are|chart|choose|clear|click|close|collapse|connect|"
    "connecting|copied|copy|dark|data|dismiss|download|drop|encountered|enter|"
    "expand|expander|failed|file|found|fullscreen|has|help|here|hide|is|"
    "language|light|limit|link|loading|main|menu|more|navigate|not|of|open|"
    "option|options|page|please|popover|press|print|rerun|results|running|search|"
    "selectbox|selected|server|settings|show|sidebar|skip|slider|step|stop|"
    "streamlit|system|the|theme|this|to|toggle|toolbar|unable|upload|view|"
    "visualization|wait|with|you|your|zoom"
)
PALABRA = re.compile(rf"(?<![\w/.=-])({INGLESAS})(?![\w/=-])", re.IGNORECASE)
PERMITIDO = re.compile(r"^Hecho con Streamlit( [\d.]+)?$")
LEER = f"{(Path(__file__).parent / 'idioma.js').read_text(encoding='utf-8')}()"


def en_ingles(pagina: Page) -> list[str]:
    """Los textos y los rótulos de la página con alguna palabra en inglés."""
    leidos: list[str] = pagina.evaluate(LEER)
    return [texto for texto in leidos if PALABRA.search(texto) and not PERMITIDO.match(texto)]
