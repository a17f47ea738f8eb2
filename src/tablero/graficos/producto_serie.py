"""Cómo ha ido un producto en todos los cortes guardados."""

from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.graficos.base import LETRA, Grafico, armar

Fila = dict[Any, Any]
ALTO = 360
LETRA_PX = 16
RENGLON = 26
"""Píxeles que ocupa, arriba, el renglón con el semáforo de cada corte."""
AIRE = 1.32
"""Cuánto más que lo más alto mide el eje: arriba van el semáforo y el rótulo de cada punto."""
NOTA = (
    "Línea con puntos: el avance acumulado (PAA). Línea cortada: la trayectoria, lo que debía "
    "llevar; las dos, en % de la meta final. Arriba, el avance hasta la vigencia (PAHV) y su "
    "semáforo. Raya: el corte que se mira."
)


def serie(datos: pd.DataFrame, *, corte: date) -> Grafico:
    """El PAA contra la trayectoria en cada corte y, arriba, el PAHV con su semáforo.

    Recibe una fila por corte, en orden: `corte_fecha`, `paa_pct`, `trayectoria_pct`, `pahv_pct`,
    `semaforo`. `corte` es el que se mira.
    """
    filas = datos.astype(object).where(datos.notna(), None).to_dict("records")
    marcas = pd.DataFrame(
        {
            "corte": f["corte_fecha"].isoformat(),
            "paa": f["paa_pct"],
            "trayectoria": f["trayectoria_pct"],
            "rotulo": "" if f["paa_pct"] is None else formato.porcentaje(f["paa_pct"], 1),
            "estado": _estado(f),
            "corto": tema.SEMAFORO[f["semaforo"]].simbolo,
            "detalle": _detalle(f),
            "elegido": f["corte_fecha"] == corte,
        }
        for f in filas
    )
    alturas = [*marcas["paa"].dropna(), *marcas["trayectoria"].dropna(), 0.0]
    mayor = max(alturas) or 100.0
    etiquetas = {f["corte_fecha"].isoformat(): _mes(f["corte_fecha"]) for f in filas}
    por_corte = f"width / {len(filas)}"
    linea = alt.Chart().encode(y="paa:Q")
    dibujo = alt.LayerChart(
        autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        encoding=alt.FacetedEncoding(
            x=alt.X(
                "corte:O",
                sort=None,
                title=None,
                scale=alt.Scale(type="point", padding=0.5),
                axis=alt.Axis(
                    labelExpr=f"({etiquetas})[datum.value]",
                    labelAngle=0,
                    labelFontSize=LETRA_PX,
                    labelColor=LETRA,
                    labelOverlap="greedy",
                    ticks=False,
                    grid=False,
                ),
            ),
            y=alt.Y(
                "trayectoria:Q",
                title=None,
                scale=alt.Scale(domain=[min(alturas), mayor * AIRE], nice=False),
                axis=alt.Axis(
                    values=_marcas_del_eje(mayor),
                    labelExpr="datum.label + ' %'",
                    format=",~f",
                    gridOpacity=0.3,
                    labelColor=LETRA,
                    domain=False,
                ),
            ),
            tooltip=alt.Tooltip("detalle:N", title="Corte"),
        ),
        layer=[
            alt.Chart()
            .transform_filter("datum.elegido")
            .mark_rule(color=tema.CONTRASTE, strokeWidth=3, strokeDash=[4, 4])
            .encode(y=alt.value(RENGLON), y2=alt.value(ALTO)),
            alt.Chart().mark_line(
                color=LETRA, strokeWidth=3, strokeDash=[8, 5], point={"size": 40, "color": LETRA}
            ),
            linea.mark_line(
                color=tema.ACENTO_VIVO,
                strokeWidth=4,
                point={"size": 150, "color": tema.ACENTO_VIVO},
            ),
            linea.mark_text(
                dy=-18,
                fontSize=LETRA_PX,
                fontWeight=700,
                color=LETRA,
                text=alt.ExprRef(f"{por_corte} > 64 ? datum.rotulo : ''"),
            ),
            alt.Chart()
            .mark_text(
                baseline="top",
                fontSize=LETRA_PX,
                color=LETRA,
                text=alt.ExprRef(f"{por_corte} > 150 ? datum.estado : datum.corto"),
            )
            .encode(y=alt.value(0)),
        ],
    )
    alternativa = "Avance acumulado y trayectoria en cada corte. " + ". ".join(marcas["detalle"])
    return armar(_titulo(filas), alternativa, marcas, dibujo, alto=ALTO, nota=NOTA)


def _titulo(filas: list[Fila]) -> str:
    """«Del 31 de diciembre de 2024 al 31 de diciembre de 2025 su avance pasó de 20 % a 48 %»."""
    primera, ultima = filas[0], filas[-1]
    desde, hasta = (formato.fecha(f["corte_fecha"]) for f in (primera, ultima))
    antes, ahora, debia = (
        formato.porcentaje(v, 1)
        for v in (primera["paa_pct"], ultima["paa_pct"], ultima["trayectoria_pct"])
    )
    return f"Del {desde} al {hasta} su avance pasó de {antes} a {ahora}; debía llevar {debia}"


def _estado(fila: Fila) -> str:
    """«▼ PAHV 40 %», o el estado que no es color."""
    como = tema.SEMAFORO[fila["semaforo"]]
    if fila["pahv_pct"] is None:
        return f"{como.simbolo} {como.palabra}"
    return f"{como.simbolo} PAHV {formato.porcentaje(fila['pahv_pct'], 1)}"


def _detalle(fila: Fila) -> str:
    return (
        f"{formato.fecha(fila['corte_fecha'])}: PAA {formato.porcentaje(fila['paa_pct'])}, "
        f"trayectoria {formato.porcentaje(fila['trayectoria_pct'])}, PAHV "
        f"{formato.porcentaje(fila['pahv_pct'])}, {tema.SEMAFORO[fila['semaforo']].palabra.lower()}"
    )


def _mes(dia: date) -> str:
    """«jun 2025»."""
    return f"{formato.MESES[dia.month - 1][:3]} {dia.year}"


def _marcas_del_eje(mayor: float) -> list[float]:
    """De 0 a lo más alto, en cuatro pasos: más arriba el eje solo da sitio a los rótulos."""
    paso = next(p for p in (5.0, 10.0, 25.0, 50.0, 100.0, mayor) if mayor / p <= 4)  # noqa: PLR2004
    return [paso * n for n in range(int(mayor / paso) + 1)]
