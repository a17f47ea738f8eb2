"""Un texto ajeno (de un libro, de un archivo) donde Streamlit leería marcas de Markdown.

Con una barra delante no basta: Streamlit vuelve a mirar el texto ya sin barras, y ahí hace enlaces
de las direcciones y los correos, y figuras y flechas de otros signos. Por eso esos se parten con
`NADA`, una pieza vacía de la sintaxis de Streamlit: no se ve, no se copia y nadie la lee en voz
alta. Lo que viene de la dirección de la página no pasa por aquí: se dice con `decir`, en HTML.
"""

import re

NADA = ":small[]"
"""Parte el texto en dos sin poner nada entre ellos."""
BLANCOS = re.compile(r"[ \t\r\n\f\v]+")
AL_COMIENZO = re.compile(r"^(?:[-+#]|\d+(?=[.)](?: |$)))")
"""Lo que abre una lista o un título en el comienzo de un renglón."""
FLECHAS = ("<->", "->", "<-", "--", ">=", "<=", "~=")
"""Lo que Streamlit cambia por otro signo cuando está solo."""
MARCAS = re.compile(
    rf"(?P<flecha>(?<!\S)(?:{'|'.join(map(re.escape, FLECHAS))})(?!\S))"
    r"|(?P<figura>:[\w+-])(?=[\w+/-]*:)"
    r"|(?P<sitio>[hw])(?=ttps?://|ww\.)"
    r"|(?P<correo>@)(?=[-\w])"
    r"|(?P<barra>[\\`*_\[\]<>~|]|\$(?!\d)|:(?=[\w/])|&(?=#?\w+;))",
    re.IGNORECASE,
)
"""Lo que abre énfasis, enlaces, imágenes, código, fórmulas, colores, figuras o entidades."""
SIGNOS = re.compile(r"[\\`*_\[\]<>~|:]")


def llano(texto: str) -> str:
    """El texto tal cual, en un renglón, sin que nada suyo se lea como una marca ni un enlace."""
    seguido = BLANCOS.sub(" ", texto).strip(" ")
    return AL_COMIENZO.sub(_con_barra_al_comienzo, MARCAS.sub(_sin_marca, seguido))


def _sin_marca(hallado: re.Match[str]) -> str:
    entero = hallado[0]
    if hallado["barra"]:
        return rf"\{entero}"
    if hallado["flecha"]:
        return f"{_con_barras(entero[0])}{NADA}{_con_barras(entero[1:])}"
    return f"{_con_barras(entero)}{NADA}"


def _con_barras(texto: str) -> str:
    return SIGNOS.sub(r"\\\g<0>", texto)


def _con_barra_al_comienzo(hallado: re.Match[str]) -> str:
    entero = hallado[0]
    return f"{entero}\\" if entero[0].isdigit() else f"\\{entero}"
