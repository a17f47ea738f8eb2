"""Barras con su nombre escrito encima: caben nombres largos, también en un teléfono.

Cada renglón lleva el nombre a la izquierda y el valor a la derecha, y debajo la barra. El eje
vertical va en píxeles.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt
import pandas as pd

from tablero import tema
from tablero.graficos.piezas import destinos
from tablero.graficos.piezas.base import EN_UN_RENGLON, LETRA, Dibujo, en_dos

NOMBRE_ALTO = 28
ESPACIO = 18
PIE_ALTO = 26
BAJA = 14
"""Píxeles que bajan la barra y su raya donde el nombre va en dos renglones."""
SUBE = 4
RENGLON = 18
CARRIL = 0.1
RAYA = 4


@dataclass(frozen=True)
class Renglon:
    """Una barra; `marca` es la raya de referencia y `resaltado`, si lleva el acento.

    `enlace` es la página que se abre al tocarla.
    """

    nombre: str
    valor_texto: str
    valor: float
    marca: float | None = None
    resaltado: bool = False
    enlace: str = ""


def lugares(renglones: Sequence[Renglon], *, grosor: int) -> pd.DataFrame:
    """Los renglones, ya puestos en su lugar."""
    paso = NOMBRE_ALTO + grosor + ESPACIO
    return pd.DataFrame(
        {
            "nombre": r.nombre,
            "partido": en_dos(r.nombre),
            "valor_texto": r.valor_texto,
            "enlace": r.enlace,
            "cero": 0.0,
            "valor": r.valor,
            "marca": r.marca,
            "color": tema.ACENTO_VIVO if r.resaltado else tema.RESTO_VIVO,
            "letrero": n * paso + NOMBRE_ALTO / 2,
            "arriba": n * paso + NOMBRE_ALTO,
            "abajo": n * paso + NOMBRE_ALTO + grosor,
            # La raya sobresale de la barra para que se vea encima de su color.
            "raya_arriba": n * paso + NOMBRE_ALTO - 5,
            "raya_abajo": n * paso + NOMBRE_ALTO + grosor + 5,
        }
        for n, r in enumerate(renglones)
    )


def dibujar(
    datos: pd.DataFrame,
    *,
    tope: float,
    pie: str = "",
    ancho_valor: int = 170,
    es_un_todo: bool = False,
) -> tuple[Dibujo, int]:
    """El dibujo y su alto en píxeles; `tope` es el valor que llena todo el ancho.

    `es_un_todo` si el tope es un entero (100 %): la barra va sobre el carril de lo que falta.
    """
    final = int(datos["abajo"].max()) + 8
    alto = final + (PIE_ALTO if pie else 0)
    vertical = alt.Scale(domain=[0, alto], reverse=True, nice=False)
    horizontal = alt.Scale(domain=[0, tope], nice=False)

    def y(campo: str) -> alt.Y:
        return alt.Y(f"{campo}:Q", axis=None, scale=vertical)

    nota = [alt.Tooltip("nombre:N", title="Qué"), alt.Tooltip("valor_texto:N", title="Valor")]
    toque = destinos.al_tocar(datos)
    cero = alt.X("cero:Q", axis=None, scale=horizontal)
    parte = (datos["partido"] != datos["nombre"]).any()
    baja = alt.ExprRef(f"{EN_UN_RENGLON} ? {BAJA} : 0") if parte else 0
    capas = [
        alt.Chart()
        .mark_rect(yOffset=baja, y2Offset=baja)
        .encode(
            x=cero,
            x2="valor:Q",
            y=y("arriba"),
            y2="abajo:Q",
            color=alt.Color("color:N", scale=None),
            tooltip=nota,
            **toque,
        ),
        alt.Chart()
        .mark_text(
            align="left",
            baseline="middle",
            fontSize=alt.ExprRef(f"{EN_UN_RENGLON} ? {tema.LETRA_DE_EJE} : {tema.LETRA_DE_ROTULO}"),
            lineBreak="\n",
            lineHeight=RENGLON,
            color=LETRA,
            limit=alt.ExprRef(f"{EN_UN_RENGLON} ? width : width - {ancho_valor}"),
            text=alt.ExprRef(f"{EN_UN_RENGLON} ? datum.partido : datum.nombre"),
            dy=alt.ExprRef(f"{EN_UN_RENGLON} ? -{SUBE} : 0"),
        )
        .encode(x=alt.value(0), y=y("letrero"), tooltip=nota, **toque),
        alt.Chart()
        .mark_text(
            align="right",
            baseline="middle",
            fontSize=tema.LETRA_DE_ROTULO,
            fontWeight=700,
            color=LETRA,
            dy=alt.ExprRef(f"{EN_UN_RENGLON} ? -{SUBE} : 0"),
        )
        .encode(x=alt.value("width"), y=y("letrero"), text="valor_texto:N"),
    ]
    if es_un_todo:
        carril = (
            alt.Chart()
            .mark_rect(color=LETRA, opacity=CARRIL, tooltip=False, yOffset=baja, y2Offset=baja)
            .encode(x=alt.value(0), x2=alt.value("width"), y=y("arriba"), y2="abajo:Q")
        )
        capas.insert(0, carril)
    if datos["marca"].notna().any():
        capas.append(
            alt.Chart()
            .mark_rule(strokeWidth=RAYA, color=LETRA, tooltip=False, yOffset=baja, y2Offset=baja)
            .encode(
                x=alt.X("marca:Q", axis=None, scale=horizontal),
                y=y("raya_arriba"),
                y2="raya_abajo:Q",
            )
        )
    if pie:
        capas.append(
            alt.Chart()
            .transform_aggregate(n="count()")
            .mark_text(
                align="left", baseline="bottom", fontSize=tema.LETRA_DE_EJE, color=LETRA, text=pie
            )
            .encode(x=alt.value(0), y=alt.value(alto))
        )
    ajuste = alt.AutoSizeParams(type="fit-x", contains="padding")
    return alt.layer(*capas, autosize=ajuste), alto
