"""Gráficos del Comité."""

import altair as alt
import pandas as pd

from tablero import formato
from tablero.graficos.base import Grafico, armar
from tablero.tema import ACENTO, GRIS_CLARO

ALTO_DE_BARRA = 56
ALTO_DE_LEYENDA = 60
REPORTADAS = "Reportadas"
SIN_REPORTE = "Sin reporte"


def reporte_de_utas(datos: pd.DataFrame) -> Grafico:
    """De las actividades de cada UTA, cuántas se reportaron.

    Recibe `uta_numero`, `uta_nombre`, `actividades` y `actividades_reportadas`.
    """
    filas = datos.to_dict("records")
    total = int(datos["actividades"].sum())
    reportadas = int(datos["actividades_reportadas"].sum())
    menor = min(filas, key=lambda f: f["actividades_reportadas"] / f["actividades"])
    titulo = (
        f"Se reportaron {reportadas} de {formato.contar(total, 'actividad', 'actividades')}; "
        f"la UTA que menos: {menor['uta_nombre']}, {_de(menor)}"
    )
    alternativa = "Actividades reportadas por UTA: " + formato.enumerar(
        [f"{_nombre(f)}, {_de(f)}" for f in filas]
    )
    marcas = pd.DataFrame(
        {
            "uta": [_nombre(f) for f in filas for _ in range(2)],
            "clase": [REPORTADAS, SIN_REPORTE] * len(filas),
            "orden": [0, 1] * len(filas),
            "actividades": [
                n
                for f in filas
                for n in (
                    int(f["actividades_reportadas"]),
                    int(f["actividades"] - f["actividades_reportadas"]),
                )
            ],
            "total": [int(f["actividades"]) for f in filas for _ in range(2)],
            "rotulo": [_de(f) for f in filas for _ in range(2)],
        }
    )
    eje = alt.Y("uta:N", title=None, sort=None)
    escala = alt.Scale(domain=[0, int(datos["actividades"].max()) * 1.3], nice=False)
    barras = (
        alt.Chart()
        .mark_bar(height=34)
        .encode(
            y=eje,
            x=alt.X("actividades:Q", title=None, axis=None, scale=escala),
            color=alt.Color(
                "clase:N",
                title=None,
                scale=alt.Scale(domain=[REPORTADAS, SIN_REPORTE], range=[ACENTO, GRIS_CLARO]),
                legend=alt.Legend(orient="top", symbolType="square"),
            ),
            order="orden:Q",
            tooltip=[
                alt.Tooltip("uta:N", title="UTA"),
                alt.Tooltip("clase:N", title="Actividades"),
                alt.Tooltip("actividades:Q", title="Cuántas"),
            ],
        )
    )
    rotulos = (
        alt.Chart()
        .transform_filter(alt.datum.orden == 0)
        .mark_text(align="left", dx=8, fontWeight=600)
        .encode(y=eje, x="total:Q", text="rotulo:N")
    )
    return armar(
        titulo,
        alternativa,
        marcas,
        alt.layer(barras, rotulos),
        alto=ALTO_DE_BARRA * len(filas) + ALTO_DE_LEYENDA,
    )


def _nombre(fila: dict[str, object]) -> str:
    return f"{fila['uta_numero']}. {fila['uta_nombre']}"


def _de(fila: dict[str, object]) -> str:
    return f"{fila['actividades_reportadas']} de {fila['actividades']}"
