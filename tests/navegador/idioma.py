"""Lo que en una página se lee u oye en inglés: en lo que se ve, y en el árbol que oye un lector.

Dos redes: las palabras sueltas de `INGLESAS`, y todo lo que el propio Streamlit puede escribir.
"""

import re
from pathlib import Path

from playwright.sync_api import Page
from vocabulario import del_tablero

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


IGUALES = {"Error:", "Menu", "Alt", "icon", "Install", "Happy", "Copy"}
"""Del vocabulario, las que también son una palabra nuestra o de una fuente, o muy cortas."""
DE_VEGA = re.compile(r"-axis\b|\bmark container\b|\b(symbol|gradient) legend\b| titled '", re.I)
DEL_ARBOL = ("name", "description", "value")


def en_ingles(pagina: Page) -> list[str]:
    """Los textos y los rótulos de la página que están en inglés."""
    leidos: list[str] = pagina.evaluate(LEER)
    return [texto for texto in dict.fromkeys((*leidos, *del_arbol(pagina))) if es_ingles(texto)]


def es_ingles(texto: str) -> bool:
    """Si trae una palabra inglesa, o si, entero, es de los que Streamlit o Vega escriben."""
    if PERMITIDO.match(texto):
        return False
    suyo = texto in del_tablero() and texto not in IGUALES
    return suyo or bool(PALABRA.search(texto) or DE_VEGA.search(texto))


def del_arbol(pagina: Page) -> list[str]:
    """Lo que oye un lector de pantalla: nombre, descripción y valor de cada nodo accesible."""
    canal = pagina.context.new_cdp_session(pagina)
    nodos = canal.send("Accessibility.getFullAXTree")["nodes"]
    canal.detach()
    dichos = [
        str(nodo[campo].get("value", "")).strip()
        for nodo in nodos
        if not nodo["ignored"]
        for campo in DEL_ARBOL
        if campo in nodo
    ]
    rotulos = [
        str(propiedad["value"].get("value", ""))
        for nodo in nodos
        if not nodo["ignored"]
        for propiedad in nodo.get("properties", ())
        if propiedad["name"] in ("roledescription", "valuetext", "keyshortcuts")
    ]
    return [texto for texto in dict.fromkeys((*dichos, *rotulos)) if texto]
