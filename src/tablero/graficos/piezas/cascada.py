"""Cascada: cada barra empieza donde termina la anterior, y la última es lo que todas suman.

Un renglón por paso, con el nombre y el valor escritos encima. La barra va a la izquierda si el paso
resta y a la derecha si suma, y el valor lleva su signo: se entiende sin el color.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import fsum, isclose
from typing import Literal

import altair as alt
import pandas as pd

from tablero import tema
from tablero.filas import Fila
from tablero.graficos.piezas import destinos
from tablero.graficos.piezas.base import EN_UN_RENGLON, LETRA, Dibujo, con_halo, en_dos

NOMBRE_ALTO = 25
GROSOR = tema.BARRA_DELGADA
ESPACIO = 12
BAJA, ADELGAZA = 14, 4
"""Donde el nombre va en dos renglones: lo que baja la barra y lo que pierde, en píxeles."""
SUBE, RENGLON = 3, 18
ANCHO_VALOR = 130
"""Píxeles que se le dejan al valor, a la derecha del nombre."""
HOLGURA = 4
"""Píxeles libres a cada lado de las barras."""
EXACTITUD = 1e-6
"""Más que esto no es ruido de los decimales: los pasos no suman lo que dicen."""

Clase = Literal["suma", "resta", "total", "extremo"]
COLORES: dict[Clase, str] = {
    "suma": tema.ACENTO_VIVO,
    "resta": tema.CONTRASTE,
    "total": tema.RESTO_VIVO,
    "extremo": LETRA,
}


@dataclass(frozen=True)
class Paso:
    """Una barra: su nombre, cuánto suma (o resta) y cómo se escribe."""

    nombre: str
    valor: float
    valor_texto: str
    enlace: str = ""
    """La página que se abre al tocarla."""


def lugares(pasos: Sequence[Paso], *, hasta: Paso, desde: Paso | None = None) -> pd.DataFrame:
    """Los pasos, ya puestos en su lugar (el eje vertical va en píxeles).

    La cascada parte de `desde` (de cero, si no se da) y llega a `hasta`. Partiendo de cero, `hasta`
    es una barra; si no, los dos son rayas, porque el eje no empieza en cero. `ValueError` si los
    pasos no llevan de uno a otro.
    """
    inicio = desde.valor if desde else 0.0
    final = fsum([inicio, *(p.valor for p in pasos)])
    if not isclose(final, hasta.valor, rel_tol=0, abs_tol=EXACTITUD):
        raise ValueError(f"los pasos llegan a {final} y no a {hasta.valor}")
    tramos = pairwise(accumulate((p.valor for p in pasos), initial=inicio))
    filas = [_fila(paso, *tramo, _clase(paso)) for paso, tramo in zip(pasos, tramos, strict=True)]
    if desde:
        filas.insert(0, _fila(desde, desde.valor, desde.valor, "extremo"))
        filas.append(_fila(hasta, hasta.valor, hasta.valor, "extremo"))
    else:
        filas.append(_fila(hasta, 0.0, hasta.valor, "total"))
    alto = NOMBRE_ALTO + GROSOR + ESPACIO
    return pd.DataFrame(filas).assign(
        letrero=[n * alto + NOMBRE_ALTO / 2 for n in range(len(filas))],
        arriba=[n * alto + NOMBRE_ALTO for n in range(len(filas))],
        abajo=[n * alto + NOMBRE_ALTO + GROSOR for n in range(len(filas))],
        siguiente=[min(n + 1, len(filas) - 1) * alto + NOMBRE_ALTO for n in range(len(filas))],
    )


def dibujar(datos: pd.DataFrame) -> tuple[Dibujo, int]:
    """El dibujo y su alto en píxeles."""
    alto = int(datos["abajo"].max()) + HOLGURA
    valores = pd.concat([datos["de"], datos["a"]])
    minimo, maximo = float(valores.min()), float(valores.max())
    vertical = alt.Scale(domain=[0, alto], reverse=True, nice=False)
    horizontal = alt.Scale(
        domain=[minimo, maximo if maximo > minimo else minimo + 1],
        nice=False,
        zero=False,
        range=[HOLGURA, alt.ExprRef(f"width - {HOLGURA}")],
    )

    def x(campo: str) -> alt.X:
        return alt.X(f"{campo}:Q", axis=None, scale=horizontal)

    def y(campo: str) -> alt.Y:
        return alt.Y(f"{campo}:Q", axis=None, scale=vertical)

    nota = [alt.Tooltip("nombre:N", title="Qué"), alt.Tooltip("valor_texto:N", title="Puntos")]
    color = alt.Color("color:N", scale=None)
    toque = destinos.al_tocar(datos)
    es_raya = "datum.clase === 'extremo'"
    parte = bool((datos["partido"] != datos["nombre"]).any())

    def si_parte(pixeles: int) -> alt.ExprRef:
        return alt.ExprRef(f"{EN_UN_RENGLON} && {str(parte).lower()} ? {pixeles} : 0")

    baja, abajo = si_parte(BAJA), si_parte(BAJA - ADELGAZA)
    capas = [
        # De dónde parte cada barra: baja hasta la siguiente.
        alt.Chart()
        .transform_filter("datum.clase !== 'total'")
        .mark_rule(
            color=LETRA,
            opacity=0.3,
            strokeWidth=tema.TRAZO_DE_REJILLA,
            tooltip=False,
            yOffset=baja,
            y2Offset=baja,
        )
        .encode(x=x("a"), y=y("arriba"), y2="siguiente:Q"),
        # El borde deja ver también la barra que no llega a un píxel.
        alt.Chart()
        .transform_filter(f"!({es_raya})")
        .mark_rect(strokeWidth=tema.TRAZO_DE_REFERENCIA, yOffset=baja, y2Offset=abajo)
        .encode(
            x=x("de"),
            x2="a:Q",
            y=y("arriba"),
            y2="abajo:Q",
            color=color,
            stroke=alt.Stroke("color:N", scale=None),
            tooltip=nota,
            **toque,
        ),
        alt.Chart()
        .transform_filter(es_raya)
        .mark_rule(strokeWidth=6, yOffset=baja, y2Offset=abajo)
        .encode(x=x("a"), y=y("arriba"), y2="abajo:Q", color=color, tooltip=nota),
        # El halo: la línea de una barra a la siguiente pasa por detrás de las letras.
        *con_halo(
            alt.Chart().encode(
                x=alt.value(0),
                y=y("letrero"),
                tooltip=nota,
                **toque,
            ),
            align="left",
            baseline="middle",
            fontSize=alt.ExprRef(f"{EN_UN_RENGLON} ? {tema.LETRA_DE_EJE} : {tema.LETRA_DE_ROTULO}"),
            lineBreak="\n",
            lineHeight=RENGLON,
            text=alt.ExprRef(f"{EN_UN_RENGLON} ? datum.partido : datum.nombre"),
            limit=alt.ExprRef(f"{EN_UN_RENGLON} ? width : width - {ANCHO_VALOR}"),
            dy=si_parte(-SUBE),
        ),
        *con_halo(
            alt.Chart().encode(x=alt.value("width"), y=y("letrero"), text="valor_texto:N"),
            align="right",
            baseline="middle",
            fontSize=tema.LETRA_DE_ROTULO,
            fontWeight=700,
            dy=si_parte(-SUBE),
        ),
    ]
    ajuste = alt.AutoSizeParams(type="fit-x", contains="padding")
    return alt.layer(*capas, autosize=ajuste), alto


def _clase(paso: Paso) -> Clase:
    return "resta" if paso.valor < 0 else "suma"


def _fila(paso: Paso, de: float, a: float, clase: Clase) -> Fila:
    return {
        "nombre": paso.nombre,
        "partido": en_dos(paso.nombre),
        "valor_texto": paso.valor_texto,
        "enlace": paso.enlace,
        "de": de,
        "a": a,
        "clase": clase,
        "color": COLORES[clase],
    }
