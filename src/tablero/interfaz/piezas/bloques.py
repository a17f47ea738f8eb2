"""Bloques de HTML que sirven a varias páginas: franjas de cifras y listas. Todo texto se escapa."""

import re
from collections.abc import Sequence
from html import escape

import pandas as pd

from tablero import formato
from tablero.filas import Fila, filas_de
from tablero.interfaz.marco import estilo
from tablero.interfaz.piezas import copia

UN_MILLON = 1_000_000
APROXIMADA = re.compile(r"\b(más de|alrededor de|cerca de) (?=[\d$])")


FUENTE = "linea_de_fuente"


def franja(datos: pd.DataFrame, *, fuentes: Sequence[str] = ()) -> str:
    """Cifras grandes, una al lado de otra, cada una con lo que mide.

    Recibe `descripcion`, `valor` y `unidad`. Con `grupo`, hay una franja por grupo; con
    `valor_calculado` y `como_se_calcula`, lo publicado y lo calculado se leen juntos. Con
    `fuentes`, la línea de cada fila, cada cifra se copia en una frase con la suya.
    """
    if fuentes:
        datos = datos.assign(**{FUENTE: list(fuentes)})
    if "grupo" not in datos.columns:
        return _franja(datos)
    return "".join(
        f'<p class="tb-grupo">{escape(str(grupo))}</p>{_franja(filas)}'
        for grupo, filas in datos.groupby("grupo", sort=False)
    )


def _franja(datos: pd.DataFrame) -> str:
    cuerpo = "".join(_dato(fila) for fila in filas_de(datos))
    return f'<div class="tb-franja">{cuerpo}</div>'


def con_unidad(valor: float | None, unidad: str) -> str:
    """«63,8 %», «$13.000 millones» o «2.342», con los decimales que la cifra necesita."""
    texto = formato.numero_justo(valor)
    if valor is None or texto == formato.SIN_DATO:
        return texto
    if unidad == "%":
        return f"{texto}\u00a0%"
    if unidad == "pesos":
        redondo = valor % UN_MILLON == 0
        return formato.millones(valor, 0) if redondo else formato.pesos(valor)
    return texto


def _dato(fila: Fila) -> str:
    calculado = fila.get("valor_calculado")
    nota, aclara = escape(fila["descripcion"]), ""
    if calculado is not None and not pd.isna(calculado):
        publicado, propio = (con_unidad(v, fila["unidad"]) for v in (fila["valor"], calculado))
        aclara = f"Publicado: {publicado} · calculado: {propio} ({fila['como_se_calcula']})"
        nota += (
            f"</p><p><strong>Publicado:</strong> {publicado} · "
            f"<strong>calculado:</strong> {propio} ({escape(fila['como_se_calcula'])})"
        )
    texto = f"{_salvedad(fila.get('cita'))}{con_unidad(fila['valor'], fila['unidad'])}"
    cuerpo = f'<p class="tb-cifra">{texto}</p><p class="tb-nota">{nota}</p>'
    frase = ""
    if fuente := fila.get(FUENTE):
        frase = copia.de_linea(fila["descripcion"], texto, aclara, fuente)
    return f'<div class="tb-dato"{frase}>{estilo.con_cifra(texto, cuerpo)}</div>'


def _salvedad(cita: object) -> str:
    """«más de », «alrededor de »: lo que la fuente antepone a su cifra va pegado a ella."""
    hallada = APROXIMADA.search(cita) if isinstance(cita, str) else None
    return f"{hallada[1]} " if hallada else ""


def lista(datos: pd.DataFrame, *, numerada: bool = False, con_detalle: bool = True) -> str:
    """Una lista de enunciados (`titulo` y, si hay, `detalle`)."""
    elementos = "".join(
        f"<li>{_enunciado(titulo, detalle if con_detalle else None)}</li>"
        for titulo, detalle in zip(datos["titulo"], datos["detalle"], strict=True)
    )
    marca = "ol" if numerada else "ul"
    return f'<{marca} class="tb-lista">{elementos}</{marca}>'


def columnas(datos: pd.DataFrame) -> str:
    """Una lista corta de nombres, en columnas donde caben."""
    elementos = "".join(f"<li>{escape(titulo)}</li>" for titulo in datos["titulo"])
    return f'<ul class="tb-lista tb-columnas">{elementos}</ul>'


def _enunciado(titulo: str, detalle: object) -> str:
    if not isinstance(detalle, str):
        return escape(titulo)
    return f"<strong>{escape(titulo)}</strong> — {escape(detalle)}"
