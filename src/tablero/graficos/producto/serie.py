"""Cómo ha ido un producto en todos los cortes guardados."""

from datetime import date

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas.base import LETRA, Grafico, armar, con_halo
from tablero.graficos.piezas.tiempo import TENUE

ALTO = 360
RENGLON = 26
"""Píxeles que ocupa, arriba, el renglón con el semáforo de cada corte."""
AIRE = 1.32
"""Cuánto más que lo más alto mide el eje: arriba van el semáforo y el rótulo de cada punto."""
NOTA = (
    "Línea con puntos: el avance acumulado (PAA). Línea cortada: la trayectoria, lo que debía "
    "llevar; las dos, en % de la meta final. Arriba, el avance hasta la vigencia (PAHV) y su "
    "estado. Raya vertical: el corte que se mira."
)


def serie(datos: pd.DataFrame, *, corte: date) -> Grafico:
    """El PAA contra la trayectoria en cada corte y, arriba, el PAHV con su semáforo.

    Recibe una fila por corte, en orden: `corte_fecha`, `paa_pct`, `trayectoria_pct`, `pahv_pct`,
    `semaforo`. `corte` es el que se mira.
    """
    filas = filas_de(datos)
    con_paa = [f for f in filas if f["paa_pct"] is not None]
    con_trayectoria = [f for f in filas if f["trayectoria_pct"] is not None]
    marcas = pd.DataFrame(
        {
            "corte": f["corte_fecha"].isoformat(),
            "paa": f["paa_pct"],
            "trayectoria": f["trayectoria_pct"],
            # El nombre de cada línea va en su primer punto: no necesita leyenda.
            "rotulo": _rotulo(f, es_primero=f in con_paa[:1]),
            "nombre": "Trayectoria" if f in con_trayectoria[:1] else None,
            "estado": _estado(f),
            "corto": _estado(f).replace("PAHV ", "") if f["pahv_pct"] is not None else "",
            "simbolo": tema.SEMAFORO[f["semaforo"]].simbolo,
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
                title=None,
                scale=alt.Scale(type="point", padding=0.5, domain=list(etiquetas)),
                axis=alt.Axis(
                    labelExpr=f"({etiquetas})[datum.value]",
                    labelAngle=0,
                    labelOverlap="greedy",
                    labelSeparation=10,
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
                ),
            ),
            tooltip=alt.Tooltip("detalle:N", title="Corte"),
        ),
        layer=[
            alt.Chart()
            .transform_filter("datum.elegido")
            .mark_rule(color=LETRA, opacity=TENUE, strokeWidth=tema.TRAZO_DE_REFERENCIA)
            .encode(y=alt.value(RENGLON), y2=alt.value(ALTO)),
            alt.Chart().mark_line(
                color=LETRA,
                strokeWidth=tema.TRAZO_DE_REFERENCIA,
                strokeDash=list(tema.CORTADA),
                point={"size": tema.PUNTO_MENOR, "color": LETRA},
            ),
            linea.mark_line(
                color=tema.ACENTO_VIVO,
                strokeWidth=tema.TRAZO_DE_DATO,
                point={"size": tema.PUNTO, "color": tema.ACENTO_VIVO},
            ),
            linea.mark_text(
                align="left",
                dx=10,  # a un lado de la raya del corte
                # Del lado que no tapa la trayectoria.
                dy=alt.ExprRef("datum.paa < datum.trayectoria ? 24 : -20"),
                fontSize=tema.LETRA_DE_EJE,
                fontWeight=700,
                color=LETRA,
                text=alt.ExprRef(f"{por_corte} > 64 ? datum.rotulo : ''"),
            ),
            *con_halo(
                alt.Chart().transform_filter("isValid(datum.nombre)"),
                align="left",
                dx=10,
                dy=alt.ExprRef("datum.paa < datum.trayectoria ? -18 : 22"),
                fontSize=tema.LETRA_DE_EJE,
                fontWeight=700,
                text=alt.ExprRef("datum.nombre"),
                tooltip=False,
            ),
            alt.Chart()
            .mark_text(
                baseline="top",
                fontSize=tema.LETRA_DE_EJE,
                color=LETRA,
                text=alt.ExprRef(
                    f"{por_corte} > 150 ? datum.estado"
                    f" : {por_corte} > 84 && datum.corto ? datum.corto : datum.simbolo"
                ),
            )
            .encode(y=alt.value(0)),
        ],
    )
    alternativa = "Avance acumulado y trayectoria en cada corte. " + ". ".join(marcas["detalle"])
    return armar(_titulo(filas, corte), alternativa, marcas, dibujo, alto=ALTO, nota=NOTA)


def _rotulo(fila: Fila, *, es_primero: bool) -> str:
    """«12,5 %»; en el primer punto, «PAA 12,5 %»."""
    if fila["paa_pct"] is None:
        return ""
    return f"{'PAA ' if es_primero else ''}{_pct(fila['paa_pct'])}"


def _titulo(filas: list[Fila], corte: date) -> str:
    """«Al 30 de junio de 2025 lleva 32,5 % y debía llevar 50 %; en el corte anterior, 20 %»."""
    lugar = [f["corte_fecha"] for f in filas].index(corte)
    fila, dia = filas[lugar], formato.fecha(corte)
    if fila["paa_pct"] is None:
        estado = fila["semaforo"]
        por_que = "" if estado == formato.SIN_DATO else f": {estado}"
        return f"Sin dato de cuánto lleva al {dia}{por_que}"
    titulo = (
        f"Al {dia} lleva {_pct(fila['paa_pct'])} y debía llevar {_pct(fila['trayectoria_pct'])}"
    )
    if lugar == 0:
        return titulo
    return f"{titulo}; en el corte anterior, {_pct(filas[lugar - 1]['paa_pct'])}"


def _estado(fila: Fila) -> str:
    """«▼ PAHV 40 %», o el estado que no es color."""
    como = tema.SEMAFORO[fila["semaforo"]]
    if fila["pahv_pct"] is None:
        return f"{como.simbolo} {como.palabra}"
    return f"{como.simbolo} PAHV {_pct(fila['pahv_pct'])}"


def _detalle(fila: Fila) -> str:
    return (
        f"{formato.fecha(fila['corte_fecha'])}: PAA {_pct(fila['paa_pct'])}, trayectoria "
        f"{_pct(fila['trayectoria_pct'])}, PAHV {_pct(fila['pahv_pct'])}, "
        f"{tema.SEMAFORO[fila['semaforo']].en_frase}"
    )


def _pct(valor: float | None) -> str:
    return formato.SIN_DATO if valor is None else f"{formato.numero_justo(round(valor, 1))}\u00a0%"


def _mes(dia: date) -> str:
    """«jun. 2025»; mayo no se corta."""
    mes = formato.MESES[dia.month - 1]
    return f"{mes} {dia.year}" if mes == "mayo" else f"{mes[:3]}. {dia.year}"


def _marcas_del_eje(mayor: float) -> list[float]:
    """De 0 a lo más alto, en cuatro pasos: más arriba el eje solo da sitio a los rótulos."""
    paso = next(p for p in (5.0, 10.0, 25.0, 50.0, 100.0, mayor) if mayor / p <= 4)  # noqa: PLR2004
    return [paso * n for n in range(int(mayor / paso) + 1)]
