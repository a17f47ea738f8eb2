"""Lo publicado contra lo calculado, en un vistazo."""

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.graficos.base import Grafico, armar
from tablero.graficos.documentos import nombre

ALTO_DE_BARRA = 44
ALTO_DE_LEYENDA = 60


def por_documento(datos: pd.DataFrame) -> Grafico:
    """Una barra por documento, partida en lo que coincide, difiere o no se puede calcular.

    Recibe una fila por documento y estado: `documento`, `estado`, `contrastes`.
    """
    tabla = datos.pivot_table(
        index="documento", columns="estado", values="contrastes", aggfunc="sum", fill_value=0
    ).reindex(columns=list(tema.CONCILIACION), fill_value=0)
    orden = list(dict.fromkeys(datos["documento"]))
    resumenes = {d: _resumen(tabla.loc[d]) for d in orden}
    total = {d: int(tabla.loc[d].sum()) for d in orden}
    leyendas = {e: f"{como.simbolo} {como.palabra}" for e, como in tema.CONCILIACION.items()}
    marcas = pd.DataFrame(
        {
            "nombre": [nombre(d) for d in datos["documento"]],
            "leyenda": [leyendas[e] for e in datos["estado"]],
            "contrastes": datos["contrastes"].astype(int),
            "posicion": [list(tema.CONCILIACION).index(e) for e in datos["estado"]],
            "total": [total[d] for d in datos["documento"]],
            "rotulo": [resumenes[d] for d in datos["documento"]],
        }
    )
    eje = alt.Y("nombre:N", title=None, sort=[nombre(d) for d in orden])
    # El rótulo va después de la barra: se deja sitio para él.
    escala = alt.Scale(domain=[0, max(total.values()) * 1.45], nice=False)
    barras = (
        alt.Chart()
        .mark_bar(height=26)
        .encode(
            y=eje,
            x=alt.X("contrastes:Q", title=None, axis=None, scale=escala),
            color=alt.Color(
                "leyenda:N",
                title=None,
                scale=alt.Scale(
                    domain=list(leyendas.values()),
                    range=[como.color for como in tema.CONCILIACION.values()],
                ),
                legend=alt.Legend(orient="top", symbolType="square"),
            ),
            order="posicion:Q",
            tooltip=[
                alt.Tooltip("nombre:N", title="Documento"),
                alt.Tooltip("leyenda:N", title="Estado"),
                alt.Tooltip("contrastes:Q", title="Cifras"),
            ],
        )
    )
    rotulos = (
        alt.Chart()
        .transform_aggregate(total="max(total)", rotulo="min(rotulo)", groupby=["nombre"])
        .mark_text(align="left", dx=8, fontWeight=600)
        .encode(y=eje, x=alt.X("total:Q"), text="rotulo:N")
    )
    return armar(
        _titulo(tabla, orden),
        "; ".join(f"{nombre(d)}: {_en_palabras(tabla.loc[d])}" for d in orden) + ".",
        marcas,
        alt.layer(barras, rotulos),
        alto=ALTO_DE_BARRA * len(orden) + ALTO_DE_LEYENDA,
    )


def _titulo(tabla: pd.DataFrame, orden: list[str]) -> str:
    """«De 80 cifras, 70 coinciden y 8 difieren; 5 de ellas están en el Informe de la SDP»."""
    total, coinciden = int(tabla.to_numpy().sum()), int(tabla["coincide"].sum())
    difieren = int(tabla["difiere"].sum())
    de_cuantas = formato.contar(total, "cifra recalculada", "cifras recalculadas")
    if not difieren:
        return f"De {de_cuantas}, {formato.numero(coinciden)} coinciden y ninguna difiere"
    mayor = max(orden, key=lambda d: int(tabla.loc[d, "difiere"]))
    en_mayor = int(tabla.loc[mayor, "difiere"])
    return (
        f"De {de_cuantas}, {formato.numero(coinciden)} coinciden y {formato.numero(difieren)} "
        f"{'difiere' if difieren == 1 else 'difieren'}; donde más: {nombre(mayor)}, con {en_mayor}"
    )


def _resumen(fila: "pd.Series[int]") -> str:
    return "  ".join(
        f"{como.simbolo} {int(fila[e])}" for e, como in tema.CONCILIACION.items() if fila[e]
    )


def _en_palabras(fila: "pd.Series[int]") -> str:
    return (
        f"{int(fila['coincide'])} coinciden, {int(fila['difiere'])} difieren y "
        f"{int(fila['no calculable'])} no se pueden calcular"
    )
