"""Cómo pasaron los productos de un estado del semáforo a otro entre dos cortes.

Dos columnas de estados y, entre ellas, una banda por cada paso, tan gruesa como los productos que
lo dieron. La banda lleva el color del estado al que llega; la de los que se quedaron es más pálida.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila, filas_de
from tablero.graficos.historia.flujo_piezas import nombrar, piezas
from tablero.graficos.piezas.base import LETRA, Dibujo, Grafico, Spec, armar, con_halo

ANCHO_DE_NODO = 16
ANCHO_DE_TELEFONO = 560
LUGAR_DEL_NUMERO = 0.26
"""A qué parte del ancho va el número de una banda: todavía derecha, y así dos no se enciman."""
PIXELES_POR_LETRA, HOLGURA = 9.6, 40
PASOS_EN_EL_TITULO = 2


@dataclass(frozen=True)
class Lado:
    """Dónde va cada cosa de una columna, a lo ancho."""

    nombre: Literal["antes", "después"]
    alineado: Literal["left", "right"]
    borde: str
    adentro: str
    texto: str


LADOS = (
    Lado("antes", "left", "0", f"{ANCHO_DE_NODO}", f"{ANCHO_DE_NODO + 8}"),
    Lado("después", "right", "width", f"width - {ANCHO_DE_NODO}", f"width - {ANCHO_DE_NODO + 8}"),
)


def flujo(datos: pd.DataFrame, *, antes: str, despues: str) -> Grafico:
    """El flujo entre dos cortes, que se nombran `antes` y `despues`.

    Recibe una fila por paso: `semaforo_antes`, `semaforo_despues` y `productos`.
    """
    pasos = filas_de(datos[["semaforo_antes", "semaforo_despues", "productos"]])
    tabla, alto = piezas(pasos, antes=antes, despues=despues)
    return armar(
        _titulo(pasos),
        f"Productos que pasaron de un estado el {antes} a otro el {despues}: "
        + "; ".join(f"{nombrar(p)}, {p['productos']}" for p in pasos),
        tabla,
        _dibujo(alto, _ancho_de_nombres(tabla)),
        alto=alto,
        nota=(
            "Cada banda es tan gruesa como los productos que dieron ese paso y lleva el color del "
            "estado al que llegaron; las pálidas son los que siguen igual."
        ),
    )


def _ancho_de_nombres(tabla: pd.DataFrame) -> int:
    """Hasta dónde llega el nombre más largo de la izquierda, en píxeles desde el borde."""
    letras = tabla.loc[tabla["pieza"] == "antes", "texto"].str.len().max()
    return round(letras * PIXELES_POR_LETRA) + HOLGURA


def _dibujo(alto: int, sitio: int) -> Dibujo:
    vertical = alt.Scale(domain=[0, alto], reverse=True, nice=False)
    horizontal = alt.X(
        "x:Q",
        axis=None,
        scale=alt.Scale(
            domain=[0, 1], range=[ANCHO_DE_NODO, alt.ExprRef(f"width - {ANCHO_DE_NODO}")]
        ),
    )
    nota = [alt.Tooltip("nombre:N", title="Paso"), alt.Tooltip("texto:N", title="Cuántos")]

    def y(campo: str) -> alt.Y:
        return alt.Y(f"{campo}:Q", axis=None, scale=vertical, stack=None)

    def solo(pieza: str) -> alt.Chart:
        return alt.Chart().transform_filter(f"datum.pieza === '{pieza}'")

    color = alt.Color("color:N", scale=None)
    capas = [
        solo("banda")
        .mark_area(interpolate="monotone", stroke=tema.FONDO_VIVO, strokeWidth=1)
        .encode(
            x=horizontal,
            y=y("arriba"),
            y2="abajo:Q",
            detail="nombre:N",
            color=color,
            opacity=alt.Opacity("opacidad:Q", scale=None),
            tooltip=nota,
        ),
        # Donde el nombre llegaría al número va solo el nombre, que dice cuántos son todos.
        *_nombres(
            solo("número")
            .transform_filter(f"width * {LUGAR_DEL_NUMERO} >= {sitio}")
            .encode(x=_en(f"width * {LUGAR_DEL_NUMERO}"), y=y("arriba"), text="texto:N")
        ),
    ]
    # Los nombres van hacia adentro, sobre las bandas: así caben también en un teléfono.
    for lado in LADOS:
        nombres = solo(lado.nombre).encode(x=_en(lado.texto), y=y("centro"), text="texto:N")
        encabezado = solo(f"corte {lado.nombre}").mark_text(
            align=lado.alineado,
            baseline="middle",
            fontSize=alt.ExprRef(
                f"width < {ANCHO_DE_TELEFONO} ? {tema.LETRA_MENOR} : {tema.LETRA_DE_EJE}"
            ),
            color=LETRA,
            tooltip=False,
        )
        capas += [
            solo(lado.nombre)
            .mark_rect()
            .encode(
                x=_en(lado.borde),
                x2=_en(lado.adentro),
                y=y("arriba"),
                y2="abajo:Q",
                color=color,
                tooltip=nota,
            ),
            *_nombres(nombres, lado.alineado),
            encabezado.encode(x=_en(lado.borde), y=y("arriba"), text="texto:N"),
        ]
    return alt.layer(*capas, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def _nombres(
    textos: alt.Chart, alineado: Literal["left", "center", "right"] = "center"
) -> list[alt.Chart]:
    """Cómo se escribe sobre las bandas, que se dejan ver."""
    letra: Spec = {
        "align": alineado,
        "baseline": "middle",
        "fontSize": alt.ExprRef(
            f"width < {ANCHO_DE_TELEFONO} ? {tema.LETRA_MENOR} : {tema.LETRA_DE_ROTULO}"
        ),
        "fontWeight": 700,
        "tooltip": False,
    }
    return con_halo(textos, opacidad=0.75, **letra)


def _en(expresion: str) -> Spec:
    """Un lugar a lo ancho que se calcula con el ancho de la pantalla."""
    return {"value": alt.ExprRef(expresion)}


def _titulo(pasos: Sequence[Fila]) -> str:
    """«3 de 9 productos cambiaron de estado: 1 de «bajo» a «alto» y 2 de otros modos»."""
    total = sum(p["productos"] for p in pasos)
    cambiaron = [p for p in pasos if p["semaforo_antes"] != p["semaforo_despues"]]
    cuantos = sum(p["productos"] for p in cambiaron)
    if not cambiaron:
        return f"Ninguno de los {total} productos cambió de estado"
    mayores = sorted(cambiaron, key=lambda p: -p["productos"])[:PASOS_EN_EL_TITULO]
    otros = cuantos - sum(p["productos"] for p in mayores)
    verbo = "cambió" if cuantos == 1 else "cambiaron"
    de = f"{cuantos} de {formato.contar(total, 'producto', 'productos')} {verbo} de estado"
    if len(cambiaron) == 1:
        return f"{de}: {nombrar(cambiaron[0])}"
    dichos = [f"{p['productos']} {nombrar(p)}" for p in mayores]
    return f"{de}: {formato.enumerar([*dichos, *([f'{otros} de otro modo'] if otros else [])])}"
