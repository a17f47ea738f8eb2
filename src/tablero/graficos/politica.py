"""Gráficos del seguimiento de la política."""

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.graficos.base import Grafico, armar

ORDEN = list(tema.SEMAFORO)


def barra_semaforo(datos: pd.DataFrame) -> Grafico:
    """Todos los productos en una barra, de bajo a sobre-ejecución.

    Recibe una fila por estado: `semaforo`, `productos`.
    """
    total = int(datos["productos"].sum())
    conteo = dict(zip(datos["semaforo"], datos["productos"], strict=True))
    titulo = (
        f"{formato.contar(conteo.get('alto', 0), 'producto va', 'productos van')} bien de {total}; "
        f"{conteo.get('bajo', 0)} van por debajo de la mitad de su meta"
    )
    alternativa = f"De {total} productos: " + formato.enumerar(
        [f"{numero} en {estado}" for estado, numero in conteo.items()]
    )
    marcas = datos.assign(
        rotulo=[f"{tema.SEMAFORO[e].simbolo} {n}" for e, n in conteo.items()],
        leyenda=[f"{tema.SEMAFORO[e].simbolo} {tema.SEMAFORO[e].palabra}" for e in conteo],
        orden=[ORDEN.index(e) for e in conteo],
        hasta=datos["productos"].cumsum(),
        desde=datos["productos"].cumsum() - datos["productos"],
    )
    leyendas = [f"{e.simbolo} {e.palabra}" for e in tema.SEMAFORO.values()]
    base = alt.Chart().encode(
        x=alt.X("desde:Q", title=None, axis=None, scale=alt.Scale(domain=[0, total], nice=False)),
        x2="hasta:Q",
        tooltip=[
            alt.Tooltip("leyenda:N", title="Estado"),
            alt.Tooltip("productos:Q", title="Productos"),
        ],
    )
    barras = base.mark_bar(height=64).encode(
        color=alt.Color(
            "leyenda:N",
            title=None,
            sort=leyendas,
            scale=alt.Scale(domain=leyendas, range=[e.color for e in tema.SEMAFORO.values()]),
            legend=None,
        )
    )
    return armar(titulo, alternativa, marcas[[*marcas.columns]], barras, alto=90)
