"""Las metas y los reportes de un producto en el tiempo: por año y, en Suma, en total.

El eje horizontal es el tiempo en años: 2025,5 es la mitad de 2025. Todo va en la unidad del
indicador, que la fuente no nombra.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila
from tablero.graficos.piezas.base import LETRA, Grafico, armar, con_halo
from tablero.graficos.piezas.tiempo import (
    ALTO,
    al_final,
    capa,
    en_anios,
    en_el_tiempo,
)
from tablero.graficos.producto import lectura

PIXELES_POR_LETRA = 9
SEPARACION = 0.02
"""Entre dos barras, en años."""
SITIO_ARRIBA = 0.16
"""La parte del alto que queda para los rótulos, encima de lo más alto."""
NOTA_SUMA = (
    "Cada barra es el reporte de un trimestre y empieza donde terminó la anterior: juntas llegan a "
    "lo hecho en el año. La raya gruesa es la meta del año. En la unidad del indicador."
)
NOTA_NIVEL = (
    "Cada punto es el nivel reportado en un trimestre. La raya gruesa es la meta del año: a ella "
    "debe llegar al cerrarlo. En la unidad del indicador."
)
NOTA_TOTAL = (
    "Línea con puntos: todo lo reportado. Línea cortada: lo programado. Raya fina: la meta final. "
    "En la unidad del indicador."
)


def reportes(
    datos: pd.DataFrame,
    *,
    tipo: str | None,
    corte: date,
    mp: float | None,
    linea_base: float | None,
) -> Grafico:
    """Los reportes de cada trimestre y la meta de cada año.

    Recibe una fila por trimestre: `anio`, `trimestre`, `meta_programada`, `valor` (vacío
    después del corte) y, si se sabe, `meta`, `valor_posterior` y qué celdas están escritas
    (`tiene_meta`, `tiene_reporte`).
    En Suma los reportes son barras que se apilan en el año; en los demás tipos, puntos. `mp` es lo
    que se debía en el año hasta el corte; `linea_base`, desde dónde se mide (`None` si no aplica).
    """
    filas = lectura.filas(datos)
    metas = {f["anio"]: f["meta_programada"] for f in filas if f["meta_programada"] is not None}
    hechos = [f for f in filas if f["valor"] is not None]
    sin_leer = lectura.SinLeer.de(filas)
    es_suma = tipo == "Suma"
    piezas = [
        *(_barras(hechos) if es_suma else [_punto(f, f["valor"], "reporte") for f in hechos]),
        *(_meta(anio, meta) for anio, meta in metas.items()),
    ]
    if linea_base is not None:
        piezas.append(_base(linea_base, "Línea base"))
    anios = sorted({f["anio"] for f in filas})
    capas = [
        capa("reporte")
        .mark_rect(
            color=tema.ACENTO_VIVO, stroke=tema.ACENTO_VIVO, strokeWidth=tema.TRAZO_DE_REJILLA
        )
        .encode(x2="x2:Q", y2="y2:Q")
        if es_suma
        else capa("reporte").mark_line(
            color=tema.ACENTO_VIVO,
            strokeWidth=tema.TRAZO_DE_DATO,
            point={"size": tema.PUNTO, "color": tema.ACENTO_VIVO},
        ),
        capa("meta").mark_rule(color=LETRA, strokeWidth=tema.TRAZO_DE_DATO).encode(x2="x2:Q"),
        _rotulos(f"width / {len(anios)}", stroke=tema.FONDO_VIVO, strokeWidth=5),
        _rotulos(f"width / {len(anios)}"),
    ]
    titulo = lectura.titulo_suma if es_suma else lectura.titulo_nivel
    return _armar(
        titulo(hechos, metas, corte.year, mp, sin_leer),
        lectura.por_anio(anios, metas, hechos, sin_leer),
        piezas,
        capas,
        anios=anios,
        corte=corte,
        nota=NOTA_SUMA if es_suma else NOTA_NIVEL,
        desde_cero=es_suma,
    )


def acumulado(
    datos: pd.DataFrame, *, corte: date, ma: float | None, meta_final: float | None
) -> Grafico:
    """Todo lo reportado de un Suma contra lo programado hasta cada trimestre y la meta final.

    Recibe una fila por trimestre: `anio`, `trimestre`, `av` (vacío después del corte) y `ma`; la
    opción `ma` es la del corte.
    """
    filas = lectura.filas(datos)
    anios = sorted({f["anio"] for f in filas})
    hechos = [f for f in filas if f["av"] is not None]
    cierres = [f for f in filas if f["ma"] is not None and f["trimestre"] == lectura.TRIMESTRES]
    piezas: list[Fila] = [
        *(
            {**_punto(f, f["av"], "hecho"), "rotulo": "Reportado" if f is hechos[-1] else None}
            for f in hechos
        ),
        {"clase": "debido", "x": float(anios[0]), "y": 0.0},
        # Dentro de un año lo programado sube en línea recta: basta su cierre.
        *(
            {**_punto(f, f["ma"], "debido"), "rotulo": "Programado" if f is cierres[-1] else None}
            for f in cierres
        ),
    ]
    if meta_final is not None:
        piezas.append(_base(meta_final, "Meta final"))
    capas = [
        capa("debido").mark_line(
            color=LETRA, strokeWidth=tema.TRAZO_DE_REFERENCIA, strokeDash=list(tema.CORTADA)
        ),
        capa("hecho").mark_line(
            color=tema.ACENTO_VIVO,
            strokeWidth=tema.TRAZO_DE_DATO,
            point={"size": tema.PUNTO_MENOR, "color": tema.ACENTO_VIVO},
        ),
        *al_final("debido", encima=True, a_la_derecha=False),
        *al_final("hecho", encima=False, a_la_derecha=True),
    ]
    titulo = lectura.titulo_total(filas, ma, meta_final)
    alternativa = lectura.al_cierre(filas)
    return _armar(
        titulo,
        alternativa,
        piezas,
        capas,
        anios=anios,
        corte=corte,
        nota=NOTA_TOTAL,
        desde_cero=True,
    )


def _barras(hechos: Sequence[Fila]) -> list[Fila]:
    """Un rectángulo por reporte; en cada año empieza donde terminó el anterior."""
    piezas: list[Fila] = []
    llevaba = dict.fromkeys((f["anio"] for f in hechos), 0.0)
    for f in hechos:
        desde = llevaba[f["anio"]]
        hasta = llevaba[f["anio"]] = desde + f["valor"]
        fin = f["anio"] + f["trimestre"] / lectura.TRIMESTRES
        lugar = {"x": fin - 1 / lectura.TRIMESTRES + SEPARACION, "x2": fin - SEPARACION}
        detalle = f"{lectura.reporte(f)} (en el año, {formato.numero_justo(hasta)})"
        piezas.append({"clase": "reporte", **lugar, "y": desde, "y2": hasta, "detalle": detalle})
    return piezas


def _punto(fila: Fila, valor: float, clase: str) -> Fila:
    x = fila["anio"] + fila["trimestre"] / lectura.TRIMESTRES
    detalle = f"{lectura.trimestre(fila)}: {formato.numero_justo(valor)}"
    return {"clase": clase, "x": x, "y": valor, "detalle": detalle}


def _meta(anio: int, meta: float) -> Fila:
    """La raya de la meta de un año, con su número y los píxeles que ocupa."""
    corto = formato.numero_justo(meta)
    return {
        "clase": "meta",
        "x": anio + SEPARACION,
        "x2": anio + 1 - SEPARACION,
        "y": meta,
        "corto": corto,
        "sitio": len(corto) * PIXELES_POR_LETRA + PIXELES_POR_LETRA,
        "detalle": f"Meta de {anio}: {corto}",
    }


def _base(valor: float, que: str) -> Fila:
    """Una raya de lado a lado: la línea base o la meta final."""
    return {"clase": "base", "y": valor, "detalle": f"{que}: {formato.numero_justo(valor)}"}


def _rotulos(
    ancho: str,
    **borde: Any,  # las propiedades de la marca, que altair ya comprueba
) -> alt.Chart:
    """El número de cada meta, encima del comienzo de su raya, si cabe.

    Con un borde del color del fondo, debajo, se lee también sobre una barra.
    """
    rotulos: alt.Chart = capa("meta").mark_text(
        align="left",
        baseline="bottom",
        dx=2,
        dy=-5,
        fontSize=tema.LETRA_DE_EJE,
        fontWeight=700,
        color=LETRA,
        text=alt.ExprRef(f"{ancho} > datum.sitio ? datum.corto : ''"),
        **borde,
    )
    return rotulos


def _armar(
    titulo: str,
    alternativa: str,
    piezas: list[Fila],
    capas: list[alt.Chart],
    *,
    anios: Sequence[int],
    corte: date,
    nota: str,
    desde_cero: bool,
) -> Grafico:
    """El dibujo; el eje vertical parte de cero si se pide o si eso no aplasta las diferencias."""
    marcas = pd.DataFrame(
        [*piezas, {"clase": "corte", "x": en_anios(corte)}],
        columns=["clase", "x", "x2", "y", "y2", "corto", "sitio", "detalle", "rotulo"],
    )
    alturas = [*marcas["y"].dropna(), *marcas["y2"].dropna()]
    bajo, alto = min(alturas, default=0.0), max(alturas, default=1.0)
    if desde_cero := desde_cero or bajo == alto or bajo <= alto / 2:
        bajo = min(bajo, 0.0)
    aire = (alto - bajo or abs(alto) or 1.0) * SITIO_ARRIBA
    vertical = alt.Scale(
        domain=[bajo if desde_cero else bajo - aire, alto + aire], nice=False, zero=False
    )
    dibujo = en_el_tiempo(
        anios,
        corte,
        [
            *capas,
            capa("base")
            .mark_rule(color=LETRA, strokeWidth=tema.TRAZO_DE_REJILLA, strokeDash=[2, 4])
            .encode(x=alt.value(0), x2=alt.value("width")),
            *con_halo(
                capa("base").encode(x=alt.value(0)),
                align="left",
                baseline="bottom",
                dx=6,
                dy=-4,
                fontSize=tema.LETRA_DE_EJE,
                text=alt.ExprRef("datum.detalle"),
            ),
        ],
        vertical,
    )
    return armar(
        titulo, alternativa, marcas.dropna(axis=1, how="all"), dibujo, alto=ALTO, nota=nota
    )
