"""Lo que es propio de la página del Comité y no cabe en una frase."""

from html import escape

import pandas as pd

from tablero import formato

PASOS_SIN_ORDEN = (
    "La diapositiva numera cinco pasos, y en el texto que se consultó no se lee qué número lleva "
    "cada uno: van sin orden."
)
ASISTENCIA = (
    "En el texto que se consultó de la presentación no se lee quién asistió: por eso la asistencia "
    "es «no publicado»."
)


def agenda(datos: pd.DataFrame) -> str:
    """Los puntos de la agenda: los que ya traen su número (7.1) van dentro del anterior."""
    elementos = "".join(
        f"<li{_sangria(titulo)}>{escape(titulo)}{_detalle(detalle)}</li>"
        for titulo, detalle in zip(datos["titulo"], datos["detalle"], strict=True)
    )
    return f'<ol class="tb-lista">{elementos}</ol>'


def _sangria(titulo: str) -> str:
    return ' style="list-style: none; margin-left: 1.2rem"' if titulo[0].isdigit() else ""


def _detalle(detalle: object) -> str:
    if not isinstance(detalle, str):
        return ""
    return f'<br><span class="tb-aparte">{escape(detalle)}</span>'


def localidades(datos: pd.DataFrame) -> str:
    """Las localidades que nombra la fuente, contadas."""
    nombres = list(datos["titulo"])
    cuantas = formato.contar(len(nombres), "localidad", "localidades")
    return (
        f"<p>La fuente nombra {cuantas}: {escape(formato.enumerar(nombres))}. No dice cuántos "
        "delegados hay en cada una: son localidades, no un conteo de delegados.</p>"
    )


def pasos(datos: pd.DataFrame) -> str:
    """Los pasos, sin números, y por qué no los llevan."""
    elementos = "".join(f"<li>{escape(titulo)}</li>" for titulo in datos["titulo"])
    return f'<p class="tb-nota">{PASOS_SIN_ORDEN}</p><ul class="tb-lista">{elementos}</ul>'
