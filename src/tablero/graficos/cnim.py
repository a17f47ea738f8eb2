"""Gráficos del plan de la CNIM."""

import altair as alt
import pandas as pd

from tablero import formato
from tablero.graficos.base import Grafico, armar
from tablero.tema import ACENTO, GRIS

ALTO_DE_FILA = 38
TEMA_MAYOR = "transporte humanitario"


def mesas(datos: pd.DataFrame) -> Grafico:
    """Las mesas técnicas en el tiempo, una por fila.

    Recibe `mesa_fecha` y `tema`, por fecha. Se distinguen las de transporte humanitario.
    """
    fechas = list(datos["mesa_fecha"])
    del_tema = [TEMA_MAYOR in tema.lower() for tema in datos["tema"]]
    cuantas = formato.contar(len(datos), "mesa técnica", "mesas técnicas")
    titulo = (
        f"{cuantas} entre el {_dia(fechas[0])} y el {formato.fecha(fechas[-1])}; "
        f"{formato.numero(sum(del_tema))} trataron del {TEMA_MAYOR}"
    )
    alternativa = f"{cuantas}: " + "; ".join(
        f"{_dia(f)}, {tema}" for f, tema in zip(fechas, datos["tema"], strict=True)
    )
    marcas = pd.DataFrame(
        {
            "orden": range(len(datos)),
            "fecha": [f.isoformat() for f in fechas],
            "rotulo": [_dia(f) for f in fechas],
            "tema": datos["tema"],
            "asunto": [
                f"▲ {TEMA_MAYOR.capitalize()}" if es else "● Otros asuntos" for es in del_tema
            ],
        }
    )
    eje = alt.Y("orden:O", title=None, axis=None)
    tiempo = alt.X("fecha:T", title=None, axis=None, scale=alt.Scale(padding=70))
    dominio = [f"▲ {TEMA_MAYOR.capitalize()}", "● Otros asuntos"]
    puntos = (
        alt.Chart()
        .mark_point(filled=True, size=260, opacity=1)
        .encode(
            y=eje,
            x=tiempo,
            shape=alt.Shape(
                "asunto:N",
                title=None,
                scale=alt.Scale(domain=dominio, range=["triangle-up", "circle"]),
                legend=None,
            ),
            color=alt.Color(
                "asunto:N",
                title=None,
                scale=alt.Scale(domain=dominio, range=[ACENTO, GRIS]),
                legend=alt.Legend(orient="top", symbolType="square"),
            ),
            tooltip=[alt.Tooltip("rotulo:N", title="Día"), alt.Tooltip("tema:N", title="Asunto")],
        )
    )
    dias = alt.Chart().mark_text(align="left", dx=14).encode(y=eje, x=tiempo, text="rotulo:N")
    return armar(
        titulo, alternativa, marcas, alt.layer(puntos, dias), alto=ALTO_DE_FILA * len(datos)
    )


def _dia(fecha: object) -> str:
    """«21 de julio», sin el año."""
    return formato.fecha(fecha).rsplit(" de ", 1)[0]  # type: ignore[arg-type]
