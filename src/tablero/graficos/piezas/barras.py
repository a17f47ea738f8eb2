"""Barras horizontales ordenadas, cada una con su valor escrito: no necesitan ejes.

Lo que el título nombra va en el acento y lo demás en gris. Una barra hueca, de borde cortado, es
algo que no se sumó; su rótulo lo dice también con palabras.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from tablero import tema
from tablero.filas import Fila
from tablero.graficos.piezas.base import (
    ES_ANGOSTO,
    LETRA,
    LETRA_QUE_CABE,
    Grafico,
    ancho_de,
    armar,
    eje_de_nombres,
)

ALTO_DE_BARRA = 37
HOLGURA = 14
PARENTESIS = " ("
SIN_PARENTESIS = f"split(datum.rotulo, '{PARENTESIS}')[0]"


@dataclass(frozen=True)
class Barra:
    """Una barra: su nombre, su valor (`None` si no hay dato) y lo que se lee a su lado."""

    nombre: str
    valor: float | None
    rotulo: str
    corto: str = ""
    """El rótulo de un teléfono, si no es el largo sin su paréntesis."""
    destaca: bool = False
    es_hueca: bool = False


def nombres(filas: Sequence[Fila], nombre: str, apellido: str) -> list[str]:
    """El nombre de cada fila; los que se repiten llevan el apellido: «Mosquera (Nariño)»."""
    veces = Counter(f[nombre] for f in filas)
    return [f[nombre] if veces[f[nombre]] == 1 else f"{f[nombre]} ({f[apellido]})" for f in filas]


def tabla(barras: Sequence[Barra]) -> pd.DataFrame:
    """Las barras como las lee el dibujo; una sin dato no se dibuja y su rótulo queda al inicio."""
    datos = pd.DataFrame(
        {
            "nombre": [b.nombre for b in barras],
            "valor": [float(b.valor or 0) for b in barras],
            "rotulo": [b.rotulo for b in barras],
            "clase": [_clase(b) for b in barras],
        }
    )
    return datos.assign(corto=_cortos(barras)) if any(b.corto for b in barras) else datos


def dibujar(barras: Sequence[Barra], *, que_es: str) -> tuple[alt.LayerChart, int]:
    """El dibujo y su alto en píxeles; `que_es` dice qué cuenta el rótulo de cada barra."""
    # El rótulo va después de la barra: se le deja su sitio en píxeles, con cualquier ancho.
    corto = "datum.corto" if any(b.corto for b in barras) else SIN_PARENTESIS
    sitio = f"({ES_ANGOSTO} ? {_sitio(_cortos(barras))} : {_sitio([b.rotulo for b in barras])})"
    # Los canales van una sola vez, para las cuatro capas: la especificación viaja en cada filtro.
    canales = alt.FacetedEncoding(
        y=alt.Y(
            "nombre:N",
            sort=None,
            title=None,
            axis=eje_de_nombres(200, en_dos_renglones=True),
        ),
        x=alt.X(
            "valor:Q",
            axis=None,
            scale=alt.Scale(
                domain=[0, max(float(b.valor or 0) for b in barras) or 1],
                nice=False,
                range=[0, alt.ExprRef(f"max(width - {sitio}, 20)")],
            ),
        ),
        tooltip=[
            alt.Tooltip("nombre:N", title="Lugar"),
            alt.Tooltip("rotulo:N", title=que_es),
        ],
    )
    rotulo = alt.ExprRef(f"{ES_ANGOSTO} ? {corto} : datum.rotulo")
    dibujo = alt.LayerChart(
        # Con `fit-x` el alto es el de las barras; con `fit`, el de todo, y dos barras se tocarían.
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        encoding=canales,
        # El texto va primero: es la única capa con todas las filas, y ella fija su orden.
        layer=[
            alt.Chart().mark_text(
                align="left",
                dx=8,
                fontSize=alt.ExprRef(LETRA_QUE_CABE),
                color=LETRA,
                fontWeight=alt.ExprRef("datum.clase === 'destaca' ? 700 : 400"),
                text=rotulo,
            ),
            _solo("resto").mark_bar(height=tema.BARRA, color=tema.RESTO_VIVO),
            _solo("destaca").mark_bar(height=tema.BARRA, color=tema.ACENTO_VIVO),
            _solo("hueca").mark_bar(
                height=tema.BARRA - 2,
                fillOpacity=0,
                stroke=LETRA,
                strokeWidth=tema.TRAZO_DE_REFERENCIA,
                strokeDash=list(tema.CORTADA),
            ),
        ],
    )
    return dibujo, ALTO_DE_BARRA * len(barras)


def grafico(
    titulo: str, alternativa: str, barras: Sequence[Barra], *, que_es: str, nota: str = ""
) -> Grafico:
    """El gráfico de unas barras, con su mensaje y lo que dice sin verlo."""
    dibujo, alto = dibujar(barras, que_es=que_es)
    return armar(titulo, alternativa, tabla(barras), dibujo, alto=alto, nota=nota)


def _solo(clase: str) -> alt.Chart:
    return alt.Chart().transform_filter(f"datum.clase === '{clase}'")


def _cortos(barras: Sequence[Barra]) -> list[str]:
    return [b.corto or b.rotulo.split(PARENTESIS)[0] for b in barras]


def _sitio(rotulos: Sequence[str]) -> int:
    """Los píxeles que ocupa el rótulo más largo."""
    return ancho_de(rotulos, tema.LETRA_DE_ROTULO) + HOLGURA


def _clase(barra: Barra) -> str:
    if barra.es_hueca:
        return "hueca"
    return "destaca" if barra.destaca else "resto"
