"""El eje del tiempo en años y la raya del corte, iguales en todo gráfico que los lleva.

2025,5 es la mitad de 2025; el 31 de diciembre de 2025 es 2026.
"""

from collections.abc import Sequence
from datetime import date

import altair as alt
from altair.typing import Optional

from tablero import tema
from tablero.graficos.piezas.base import LETRA, LETRA_QUE_CABE, con_halo

ALTO = 380
SEPARACION = 9
"""Píxeles del nombre de una línea a su último punto."""
TENUE = 0.55
"""Lo opaca que es la raya del corte: se ve, y no manda."""
ANCHO_DE_ANIO = 44
"""Píxeles desde los que cabe «2025»; con menos, «’25»."""


LINEAS_DE_REJILLA = 4


def en_anios(dia: date) -> float:
    """El final de ese día, en años: el 31 de diciembre de 2025 es 2026."""
    enero = date(dia.year, 1, 1)
    return dia.year + ((dia - enero).days + 1) / (date(dia.year + 1, 1, 1) - enero).days


def capa(clase: str) -> alt.Chart:
    """Una capa con las marcas de esa clase, las que lleven `clase` en los datos."""
    return alt.Chart().transform_filter(f"datum.clase === '{clase}'")


def horizontal(anios: Sequence[int]) -> alt.X:
    """El eje, del comienzo del primer año al final del último; un rótulo en medio de cada uno."""
    entero = "format(floor(datum.value), 'd')"
    eje = alt.Axis(
        values=[anio + 0.5 for anio in range(anios[0], anios[-1] + 1)],
        labelExpr=f"width / {len(anios)} > {ANCHO_DE_ANIO} ? {entero} : '’' + slice({entero}, 2)",
        labelFlush=False,
    )
    escala = alt.Scale(domain=[anios[0], anios[-1] + 1], nice=False, zero=False)
    return alt.X("x:Q", title=None, scale=escala, axis=eje)


def en_el_tiempo(
    anios: Sequence[int],
    corte: date,
    capas: Sequence[alt.Chart],
    escala: alt.Scale,
    *,
    expresion: Optional[str] = alt.Undefined,
) -> alt.LayerChart:
    """Las capas sobre el eje de los años, con la raya del corte encima.

    `escala` es la del eje vertical, la de la columna `y`; `expresion`, la que escribe sus números,
    si no van solos. Al señalar una marca se lee su `detalle`.
    """
    eje = alt.Axis(
        labelExpr=expresion,
        format=",~f",
        tickCount=LINEAS_DE_REJILLA,
    )
    return alt.LayerChart(
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        encoding=alt.FacetedEncoding(
            x=horizontal(anios),
            y=alt.Y("y:Q", title=None, scale=escala, axis=eje),
            tooltip=alt.Tooltip("detalle:N", title="Qué"),
        ),
        layer=[*capas, *raya_del_corte(anios, corte)],
    )


def al_final(clase: str, *, encima: bool, a_la_derecha: bool) -> list[alt.Chart]:
    """El nombre de una línea junto a su último punto, que trae `rotulo`: no necesita leyenda.

    Va encima o debajo de ella, y hacia donde hay sitio.
    """
    nombre = capa(clase).transform_filter("isValid(datum.rotulo)")
    return con_halo(
        nombre,
        align="left" if a_la_derecha else "right",
        baseline="bottom" if encima else "top",
        dx=SEPARACION if a_la_derecha else 0,
        dy=-SEPARACION if encima else SEPARACION,
        fontSize=alt.ExprRef(LETRA_QUE_CABE),
        fontWeight=700,
        text=alt.ExprRef("datum.rotulo"),
        tooltip=False,
    )


def raya_del_corte(anios: Sequence[int], corte: date) -> list[alt.Chart]:
    """La raya y su palabra, hacia donde hay sitio; nada si el corte no está a la vista."""
    a_la_izquierda = en_anios(corte) > (anios[0] + anios[-1] + 1) / 2
    raya = capa("corte" if anios[0] <= en_anios(corte) <= anios[-1] + 1 else "ninguna")
    return [
        raya.mark_rule(color=LETRA, opacity=TENUE, strokeWidth=tema.TRAZO_DE_REFERENCIA).encode(
            y=alt.value(0), y2=alt.value(ALTO)
        ),
        raya.mark_text(
            align="right" if a_la_izquierda else "left",
            baseline="top",
            dx=-6 if a_la_izquierda else 6,
            fontSize=tema.LETRA_DE_EJE,
            color=LETRA,
            text="Corte",
        ).encode(y=alt.value(2)),
    ]
