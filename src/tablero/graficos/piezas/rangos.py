"""Un renglón por municipio: un punto en su valor y una barra de su mínimo a su máximo.

Un segundo punto, hueco, muestra el valor con que se compara. Los rótulos van al final.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from tablero import tema
from tablero.graficos.piezas.base import (
    LETRA,
    LETRA_QUE_CABE,
    ancho_de,
    eje_de_nombres,
)

ALTO_DE_RENGLON = 27
GROSOR = 8
HOLGURA = 16


@dataclass(frozen=True)
class Rango:
    """Un renglón; sin `desde` y `hasta` no hay barra, sin `otro` no hay punto hueco."""

    nombre: str
    valor: float
    rotulo: str
    desde: float | None = None
    hasta: float | None = None
    otro: float | None = None
    destaca: bool = False


def tabla(rangos: Sequence[Rango]) -> pd.DataFrame:
    """Los renglones como los lee el dibujo."""
    return pd.DataFrame(
        {
            "nombre": [r.nombre for r in rangos],
            "valor": [r.valor for r in rangos],
            "rotulo": [r.rotulo for r in rangos],
            "desde": [r.valor if r.desde is None else r.desde for r in rangos],
            "hasta": [r.valor if r.hasta is None else r.hasta for r in rangos],
            "otro": [r.otro for r in rangos],
            "destaca": [r.destaca for r in rangos],
        }
    )


def dibujar(datos: pd.DataFrame, *, que_es: str) -> tuple[alt.LayerChart, int]:
    """El dibujo y su alto en píxeles; `que_es` dice qué mide el eje."""
    minimo = float(datos[["desde", "valor", "otro"]].min().min())
    maximo = float(datos[["hasta", "valor", "otro"]].max().max())
    sitio = ancho_de(datos["rotulo"], tema.LETRA_DE_ROTULO) + HOLGURA
    canales = alt.FacetedEncoding(
        y=alt.Y(
            "nombre:N",
            sort=None,
            title=None,
            axis=eje_de_nombres(alt.ExprRef("width < 420 ? 150 : 230")),
        ),
        tooltip=[
            alt.Tooltip("nombre:N", title="Municipio"),
            alt.Tooltip("rotulo:N", title=que_es),
        ],
    )

    def x(campo: str) -> alt.X:
        return alt.X(
            f"{campo}:Q",
            axis=None,
            scale=alt.Scale(
                domain=[minimo, max(maximo, minimo + 1)],
                nice=False,
                zero=False,
                range=[HOLGURA / 2, alt.ExprRef(f"max(width - {sitio}, 40)")],
            ),
        )

    capas = [
        # El texto va primero: es la capa con todas las filas, y ella fija su orden.
        alt.Chart()
        .mark_text(align="left", dx=HOLGURA, fontSize=alt.ExprRef(LETRA_QUE_CABE), color=LETRA)
        .encode(x=x("final"), text="rotulo:N")
        .transform_calculate(final="max(datum.hasta, datum.valor, datum.otro || 0)"),
        alt.Chart()
        .mark_bar(height=GROSOR, color=tema.RESTO_VIVO)
        .encode(x=x("desde"), x2="hasta:Q"),
        alt.Chart()
        .mark_point(size=tema.PUNTO, filled=True, opacity=1)
        .encode(
            x=x("valor"),
            color=alt.condition(
                "datum.destaca", alt.value(tema.CONTRASTE), alt.value(tema.ACENTO_VIVO)
            ),
        ),
    ]
    if datos["otro"].notna().any():
        capas.append(
            alt.Chart()
            .mark_point(
                size=tema.PUNTO, filled=False, color=LETRA, strokeWidth=tema.TRAZO_DE_REFERENCIA
            )
            .encode(x=x("otro"))
        )
    ajuste = alt.AutoSizeParams(type="fit-x", contains="padding")
    dibujo = alt.LayerChart(autosize=ajuste, encoding=canales, layer=capas)
    return dibujo, ALTO_DE_RENGLON * len(datos)
