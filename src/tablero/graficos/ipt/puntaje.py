"""De qué está hecho un puntaje y cómo se reparten todos en categorías."""

import altair as alt
import numpy as np
import pandas as pd

from tablero import formato, tema
from tablero.graficos.piezas.base import (
    LETRA,
    LETRA_QUE_CABE,
    Grafico,
    armar,
    eje_de_nombres,
)

ALTO_DE_BARRA = 37
SITIO = 62
TRAMOS = 40
ALTO_HISTOGRAMA = 260
DE_MENOS_A_MAS = ("muy bajo", "bajo", "medio", "alto", "muy alto")


def aportes(datos: pd.DataFrame) -> Grafico:
    """Los puntos que cada componente pone (o quita) en el puntaje de un municipio.

    Recibe una fila por indicador; los de un mismo componente se suman.
    """
    suma = datos.groupby("componente", sort=False)["aporte_puntos"].sum()
    nombre = datos["municipio_nombre"].iloc[0]
    puntaje = float(datos["aporte_puntos"].sum())
    mayor = str(suma.idxmax())
    tabla = pd.DataFrame(
        {
            "nombre": suma.index,
            "valor": suma.to_numpy(),
            "cero": 0.0,
            "rotulo": [formato.numero(v, 1, signo=True) for v in suma],
            "final": suma.clip(lower=0).to_numpy(),
        }
    )
    bajo, alto = min(float(suma.min()), 0.0), max(float(suma.max()), 1.0)
    escala = alt.Scale(
        domain=[bajo, alto], nice=False, range=[4, alt.ExprRef(f"max(width - {SITIO}, 40)")]
    )
    eje = eje_de_nombres(220)
    dibujo = alt.LayerChart(
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        encoding=alt.FacetedEncoding(
            y=alt.Y("nombre:N", sort=None, title=None, axis=eje),
            tooltip=[
                alt.Tooltip("nombre:N", title="Componente"),
                alt.Tooltip("rotulo:N", title="Puntos"),
            ],
        ),
        layer=[
            alt.Chart()
            .mark_text(align="left", dx=8, fontSize=alt.ExprRef(LETRA_QUE_CABE), color=LETRA)
            .encode(x=alt.X("final:Q", axis=None, scale=escala), text="rotulo:N"),
            alt.Chart()
            .mark_bar(height=tema.BARRA)
            .encode(
                x=alt.X("cero:Q", axis=None, scale=escala),
                x2="valor:Q",
                color=alt.condition(
                    "datum.valor < 0", alt.value(tema.RESTO_VIVO), alt.value(tema.ACENTO_VIVO)
                ),
            ),
        ],
    )
    return armar(
        f"{nombre}: {formato.numero(puntaje, 1)} de 100 puntos; lo que más pone es {mayor}",
        f"Puntos de cada componente en el puntaje de {nombre}: "
        + "; ".join(f"{n}, {r}" for n, r in zip(tabla["nombre"], tabla["rotulo"], strict=True))
        + ".",
        tabla,
        dibujo,
        alto=ALTO_DE_BARRA * len(tabla),
        nota="Puntos sobre el municipio de menor puntaje; los negativos restan frente a él. Suman "
        "el puntaje.",
    )


def reparto(datos: pd.DataFrame, *, metodo: str, como: str) -> Grafico:
    """Cuántos municipios hay en cada tramo del puntaje, con el color de su categoría.

    Recibe los municipios con `puntaje` y `categoria_<metodo>`; `como` es el método en palabras.
    """
    columna = f"categoria_{metodo}"
    con = datos[datos[columna].notna()]
    bordes = np.linspace(0, 100, TRAMOS + 1)
    tabla = pd.concat(
        [_tramos(con.loc[con[columna] == c, "puntaje"], c, bordes) for c in DE_MENOS_A_MAS],
        ignore_index=True,
    )
    conteo = con[columna].value_counts()
    partes = [f"{c}, {formato.numero(conteo.get(c, 0))}" for c in reversed(DE_MENOS_A_MAS)]
    dibujo = (
        alt.Chart()
        .mark_bar(stroke=tema.GRIS, strokeWidth=tema.TRAZO_DE_REJILLA, binSpacing=0, cornerRadius=0)
        .encode(
            x=alt.X("desde:Q", title="Puntaje", scale=alt.Scale(domain=[0, 100])).bin("binned"),
            x2="hasta:Q",
            y=alt.Y("municipios:Q", title="Municipios", axis=alt.Axis(tickCount=5, format="d")),
            color=alt.Color(
                "categoria:N",
                title=None,
                scale=alt.Scale(
                    domain=list(DE_MENOS_A_MAS), range=list(map(tema.vivo, tema.ESCALA))
                ),
                legend=alt.Legend(
                    orient="bottom",
                    symbolType="square",
                    symbolStrokeColor=tema.GRIS,
                    symbolStrokeWidth=tema.TRAZO_DE_REJILLA,
                    symbolSize=250,
                    columns=alt.ExprRef("width < 500 ? 2 : 5"),
                ),
            ),
            tooltip=[
                alt.Tooltip("categoria:N", title="Categoría"),
                alt.Tooltip("municipios:Q", title="Municipios"),
            ],
        )
        .properties(autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
    )
    muy_altos = int(conteo.get("muy alto", 0))
    return armar(
        f"{formato.contar(muy_altos, 'municipio queda', 'municipios quedan')} en «muy alto» y "
        f"{formato.numero(conteo.get('alto', 0))} en «alto», con cortes {como}",
        "Municipios por categoría: " + "; ".join(partes) + ".",
        tabla,
        dibujo,
        alto=ALTO_HISTOGRAMA,
    )


def _tramos(
    puntajes: "pd.Series[float]",
    categoria: str,
    bordes: "np.ndarray[tuple[int], np.dtype[np.float64]]",
) -> pd.DataFrame:
    conteos, _ = np.histogram(puntajes.to_numpy(dtype=float), bins=bordes)
    filas = pd.DataFrame(
        {"categoria": categoria, "desde": bordes[:-1], "hasta": bordes[1:], "municipios": conteos}
    )
    return filas[filas["municipios"] > 0]
