"""Cómo se reparten los valores de un mapa, y dónde caen los cortes de sus clases."""

import altair as alt
import numpy as np
import pandas as pd

from tablero import formato, tema
from tablero.graficos.mapas.clases import METODOS, Clase, Clasificacion
from tablero.graficos.mapas.variables import Variable
from tablero.graficos.piezas.base import Grafico, armar
from tablero.modelo.ipt import Metodo

BARRAS = 20
ALTO = 150


def histograma(
    datos: pd.DataFrame, variable: Variable, clasificacion: Clasificacion, metodo: Metodo
) -> Grafico:
    """Cuántos municipios hay en cada tramo de valores, con el color de su clase.

    `datos` trae `valor`; cada clase se reparte en tramos que no pasan de su corte.
    """
    valores = datos["valor"].to_numpy(dtype=float)
    paso = (valores.max() - valores.min()) / BARRAS or 1.0
    filas = []
    for clase in clasificacion.clases:
        desde, hasta = float(clase.desde or 0.0), float(clase.hasta or 0.0)
        tramos = max(round((hasta - desde) / paso), 1)
        propios = valores[(valores >= desde) & (valores <= hasta)]
        ancho = max(hasta - desde, paso * 0.8)
        conteos, bordes = np.histogram(propios, bins=tramos, range=(desde, desde + ancho))
        filas += [
            {
                "desde": bordes[i],
                "hasta": bordes[i + 1],
                "municipios": int(cuantos),
                "color": tema.vivo(clase.color),
                "lectura": _lectura(clase),
            }
            for i, cuantos in enumerate(conteos)
        ]
    extremos = [filas[0]["desde"], filas[-1]["hasta"]]
    dibujo = (
        alt.Chart()
        .mark_bar(stroke=tema.GRIS, strokeWidth=tema.TRAZO_DE_REJILLA, binSpacing=0, cornerRadius=0)
        .encode(
            x=alt.X(
                "desde:Q",
                title=variable.titulo,
                axis=alt.Axis(titleLimit=400),
                scale=alt.Scale(domain=extremos, nice=False),
            ).bin("binned"),
            x2="hasta:Q",
            y=alt.Y(
                "municipios:Q",
                title="Municipios",
                axis=alt.Axis(tickCount=4, format="d"),
                scale=alt.Scale(domain=[0, max(fila["municipios"] for fila in filas)]),
            ),
            color=alt.Color("color:N", scale=None),
            tooltip=alt.Tooltip("lectura:N", title="Clase"),
        )
        .properties(width="container")
    )
    leyenda = "; ".join(f"{c.rotulo}: {c.municipios}" for c in clasificacion.clases)
    return armar(
        f"{METODOS[metodo]}: {formato.contar(len(clasificacion.clases), 'clase', 'clases')}",
        f"Histograma de «{variable.titulo}», con los municipios de cada clase. {leyenda}.",
        pd.DataFrame(filas),
        dibujo,
        alto=ALTO,
    )


def _lectura(clase: Clase) -> str:
    return f"{clase.rotulo}: {formato.contar(clase.municipios, 'municipio', 'municipios')}"
