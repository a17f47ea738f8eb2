"""La serie de los cortes: lo que llevaba algo en cada uno y lo que debía llevar."""

from dataclasses import replace
from datetime import date
from math import ceil, floor

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.historia import lectura
from tablero.graficos.piezas import un_corte
from tablero.graficos.piezas.base import LETRA, LETRA_QUE_CABE, Dibujo, Grafico, Spec, armar
from tablero.graficos.piezas.tiempo import LINEAS_DE_REJILLA

TOPE = 100.0
ALTO = 380
SEPARACION = 13
"""Píxeles de una cifra a su punto."""
ANCHO_DE_CIFRA = 100
"""Los píxeles que necesita una cifra para no encimarse con la del corte de al lado."""
SOBRESALE = 30
"""Píxeles que la última cifra pasa de su punto."""
MARGEN = 0.09
DECENA = 10.0
HOLGURA = 6.0
"""Los puntos que se dejan libres encima y debajo de las líneas, donde van sus cifras."""
CLASES = {
    "Avance calculado": (tema.ACENTO_VIVO, "circle", "○"),
    "Trayectoria calculada": (LETRA, "square", "□"),
    "Avance publicado": (tema.ACENTO_VIVO, "diamond", "◇"),
    "Trayectoria publicada": (LETRA, "triangle-up", "△"),
}
"""Clase de punto → su color, su forma y cómo se ve esa forma en la leyenda."""
MEDIDAS = {"avance_pct": "Avance", "trayectoria_pct": "Trayectoria"}
COLORES = {"avance_pct": tema.ACENTO_VIVO, "trayectoria_pct": LETRA}


def serie(datos: pd.DataFrame, *, quien: str, unidad: str, publica_trayectoria: bool) -> Grafico:
    """El avance y la trayectoria en cada corte, con lo publicado en marca aparte.

    Recibe, por corte y `nivel`, `corte_fecha`, `avance_pct`, `trayectoria_pct` y `brecha_pp` (los
    puede traer vacíos). La línea une lo calculado y, donde solo hay publicado, lo publicado.
    Con un solo corte son barras. La nota dice lo que queda fuera de la suma en cada uno.
    `quien` es de lo que se habla («La política», «El objetivo 2») y `unidad`, de qué son los
    porcentajes («de su meta final»). Sin `publica_trayectoria`, la de una fila publicada también se
    calcula (la de un producto).
    """
    filas = filas_de(datos)
    cortes = sorted({f["corte_fecha"] for f in filas})
    puntos = pd.DataFrame(
        [
            punto
            for fila in filas
            for punto in _puntos(fila, _base(filas, fila["corte_fecha"]), publica_trayectoria)
        ]
    )
    titulo, alternativa = lectura.titulo(quien, filas, cortes), lectura.alternativa(quien, filas)
    if len(cortes) == 1 and puntos["valor"].notna().any():
        unico = un_corte.barras(puntos, titulo=titulo, alternativa=alternativa, tope=TOPE)
        dichas = lectura.notas(puntos[puntos["en_linea"]], filas, unidad)
        return replace(unico, nota=" ".join([*dichas, unico.nota]))
    nota = " ".join(lectura.notas(puntos, filas, unidad))
    dominio = _dominio(puntos["valor"].dropna().astype(float))
    if dominio[0] > 0:
        nota += f" El eje va de {_tope(dominio[0])} a {_tope(dominio[1])}: no empieza en cero."
    return armar(
        titulo, alternativa, puntos, _dibujo(puntos, cortes, dominio), alto=ALTO, nota=nota
    )


def _dominio(valores: "pd.Series[float]") -> tuple[float, float]:
    """Las decenas que encierran las líneas, para que se vea lo que cambian de un corte a otro."""
    if valores.empty:
        return 0.0, TOPE
    menor, mayor = float(valores.min()), float(valores.max())
    desde = floor((menor - HOLGURA) / DECENA) * DECENA
    hasta = ceil((mayor + HOLGURA) / DECENA) * DECENA
    return (
        max(desde, 0.0) if menor >= 0 else desde,
        min(hasta, TOPE) if mayor <= TOPE else hasta,
    )


def _tope(valor: float) -> str:
    return formato.porcentaje(valor, 0)


def _base(filas: list[Fila], corte: date) -> str:
    """El nivel que une la línea en ese corte."""
    niveles = {f["nivel"] for f in filas if f["corte_fecha"] == corte}
    return "calculado" if "calculado" in niveles else "publicado"


def _puntos(fila: Fila, base: str, publica_trayectoria: bool) -> list[Fila]:
    """Los puntos de una fila, uno por medida; el que no tiene cifra corta la línea."""
    avance, trayectoria = fila["avance_pct"], fila["trayectoria_pct"]
    va_arriba = (avance or 0.0) >= (trayectoria or 0.0)
    es_publicado = fila["nivel"] == "publicado"
    clases = {
        "avance_pct": "Avance publicado" if es_publicado else "Avance calculado",
        "trayectoria_pct": (
            "Trayectoria publicada"
            if es_publicado and publica_trayectoria
            else "Trayectoria calculada"
        ),
    }
    return [
        {
            "dia": fila["corte_fecha"].toordinal(),
            "corte": formato.fecha(fila["corte_fecha"]),
            "medida": MEDIDAS[columna],
            "clase": clase,
            "en_linea": fila["nivel"] == base,
            "valor": fila[columna],
            "texto": formato.porcentaje(fila[columna]),
            # Las dos cifras de un corte van una a cada lado, y no se enciman.
            "arriba": va_arriba == (columna == "avance_pct"),
            "color": COLORES[columna],
        }
        for columna, clase in clases.items()
        # La misma trayectoria, calculada, ya va en la otra fila del corte.
        if fila["nivel"] == base or clase != "Trayectoria calculada"
    ]


def _dibujo(puntos: pd.DataFrame, cortes: list[date], dominio: tuple[float, float]) -> Dibujo:
    dias = [corte.toordinal() for corte in cortes]
    margen = max((dias[-1] - dias[0]) * MARGEN, 1)
    meses = ", ".join(f"'{c.toordinal()}': '{_mes(c)}'" for c in cortes)
    x = alt.X(
        "dia:Q",
        title=None,
        scale=alt.Scale(domain=[dias[0] - margen, dias[-1] + margen], nice=False),
        axis=alt.Axis(
            values=dias,
            labelExpr=f"{{{meses}}}[datum.value]",
            labelOverlap="greedy",
            labelSeparation=10,
        ),
    )
    y = alt.Y(
        "valor:Q",
        title=None,
        scale=alt.Scale(domain=list(dominio), nice=False),
        axis=alt.Axis(labelExpr="datum.label + ' %'", tickCount=LINEAS_DE_REJILLA),
    )
    presentes = [clase for clase in CLASES if clase in set(puntos["clase"])]
    etiquetas = ", ".join(f"'{clase}': '{CLASES[clase][2]} {clase}'" for clase in presentes)
    formas = alt.Shape(
        "clase:N",
        scale=alt.Scale(domain=presentes, range=[CLASES[c][1] for c in presentes]),
        legend=None,
    )
    colores = alt.Color(
        "clase:N",
        title=None,
        scale=alt.Scale(domain=presentes, range=[CLASES[c][0] for c in presentes]),
        # Las líneas llevan su nombre en su última cifra; la leyenda es para las marcas aparte.
        legend=alt.Legend(
            orient="bottom",
            labelExpr=f"{{{etiquetas}}}[datum.value]",
            labelFontSize=tema.LETRA_DE_ROTULO,
            labelLimit=0,
            symbolType="stroke",
            symbolSize=300,
            symbolStrokeWidth=tema.TRAZO_DE_DATO,
            columns=alt.ExprRef("width < 560 ? 1 : width < 1050 ? 2 : 4"),
            columnPadding=28,
        )
        if _hay_aparte(puntos)
        else None,
    )
    lineas = (
        alt.Chart()
        .transform_filter("datum.en_linea")
        .mark_line(strokeWidth=tema.TRAZO_DE_DATO, tooltip=False)
        .encode(
            x=x,
            y=y,
            color=alt.Color("color:N", scale=None),
            detail="medida:N",
            strokeDash=alt.StrokeDash(
                "medida:N",
                scale=alt.Scale(domain=list(MEDIDAS.values()), range=[[1, 0], list(tema.CORTADA)]),
                legend=None,
            ),
        )
    )
    marcas = (
        alt.Chart()
        .transform_filter("isValid(datum.valor)")
        .mark_point(
            size=tema.PUNTO,
            strokeWidth=tema.TRAZO_DE_REFERENCIA,
            filled=False,
            opacity=1,
            fill=tema.FONDO_VIVO,
        )
        .encode(
            x=x,
            y=y,
            color=colores,
            shape=formas,
            tooltip=[
                alt.Tooltip("corte:N", title="Corte"),
                alt.Tooltip("clase:N", title="Qué"),
                alt.Tooltip("texto:N", title="Valor"),
            ],
        )
    )
    return alt.layer(lineas, marcas, *_cifras(x, y, len(cortes)))


def _hay_aparte(puntos: pd.DataFrame) -> bool:
    """Si hay marcas fuera de las líneas: lo publicado donde la línea une lo calculado."""
    return bool((~puntos["en_linea"] & puntos["valor"].notna()).any())


def _cifras(x: alt.X, y: alt.Y, cortes: int) -> list[alt.Chart]:
    """La cifra de cada punto de la línea, arriba o abajo; si no caben, solo la del último corte."""
    caben = f"width / {cortes} > {ANCHO_DE_CIFRA}"
    letras = (
        alt.Chart()
        .transform_filter("datum.en_linea && isValid(datum.valor)")
        .transform_joinaggregate(ultimo="max(dia)")
        .transform_calculate(es_ultimo="datum.dia === datum.ultimo")
    )
    # La última cifra lleva el nombre de su línea, y se escribe hacia atrás para que quepa.
    texto = alt.ExprRef(
        f"datum.es_ultimo ? datum.medida + ' ' + datum.texto : {caben} ? datum.texto : ''"
    )
    letra: Spec = {
        "fontSize": alt.ExprRef(LETRA_QUE_CABE),
        "fontWeight": 700,
        "text": texto,
        "align": alt.ExprRef("datum.es_ultimo ? 'right' : 'center'"),
        "dx": alt.ExprRef(f"datum.es_ultimo ? {SOBRESALE} : 0"),
    }
    color = alt.Color("color:N", scale=None)
    halo: Spec = {"color": tema.FONDO_VIVO, "stroke": tema.FONDO_VIVO, "strokeWidth": 4}
    lados: dict[str, Spec] = {
        "datum.arriba": {"baseline": "bottom", "dy": -SEPARACION},
        "!datum.arriba": {"baseline": "top", "dy": SEPARACION},
    }
    capas: list[alt.Chart] = []
    for lado, alto in lados.items():
        cifras = letras.transform_filter(lado)
        capas += [
            cifras.mark_text(**letra, **alto, **halo).encode(x=x, y=y),
            cifras.mark_text(**letra, **alto).encode(x=x, y=y, color=color),
        ]
    return capas


def _mes(corte: date) -> str:
    """«dic. 2024»."""
    mes = formato.MESES[corte.month - 1]
    return f"{mes[:3]}. {corte.year}" if mes != "mayo" else f"mayo {corte.year}"
