"""Franjas apiladas: cada fila se reparte entre los estados del semáforo, o de otra lista.

Cada trozo lleva su forma y su número adentro; la leyenda, abajo, dice forma y palabra. Así se
entienden sin el color.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.graficos.piezas.base import LETRA, Dibujo
from tablero.graficos.piezas.leyenda import de_cuadros

Estados = Mapping[str, tema.Estado]
"""Los estados en que se reparte una fila, en el orden en que se dibujan."""
TITULO_ALTO = 30
"""Píxeles del renglón con el nombre de la fila, encima de su franja."""
RENGLON = 20
"""Lo que se suma por cada renglón de más de un nombre largo, que en un teléfono se parte."""
LETRAS_POR_RENGLON = 38
ANGOSTO = 620
"""Píxeles de ancho del dibujo por debajo de los cuales los nombres largos van partidos."""
SEPARACION = 18
HUECO = 1
"""Píxeles que cada trozo deja libres a cada lado."""


@dataclass(frozen=True)
class Franja:
    """Una franja: su nombre (puede ir vacío) y cuánto hay de cada estado."""

    nombre: str
    valores: Mapping[str, float]


def trozos(
    filas: Sequence[Franja],
    *,
    grosor: int,
    tamano: int,
    unidad: str = "",
    estados: Estados = tema.SEMAFORO,
) -> pd.DataFrame:
    """Los rectángulos de las franjas, ya puestos en su lugar (el eje vertical va en píxeles).

    El nombre de una fila va entero y partido en renglones: el dibujo usa el que cabe.

    `tamano` es el de los números; `unidad`, lo que los sigue.
    """
    partidos = [_partir(fila.nombre) for fila in filas]
    renglones = max((len(partido) for partido in partidos), default=0)
    con_nombre = TITULO_ALTO + RENGLON * (renglones - 1) if renglones else 0
    paso = con_nombre + grosor + SEPARACION
    salida = []
    nombrados: set[str] = set()
    for numero, fila in enumerate(filas):
        desde = 0.0
        arriba = numero * paso + con_nombre
        for estado, como in estados.items():
            valor = fila.valores.get(estado, 0)
            if not valor:
                continue
            corto = formato.numero(valor)
            rotulo = f"{como.simbolo} {corto}{unidad}"
            # Su palabra va en el primer trozo de cada estado: no hay que buscarla en la leyenda.
            largo = (
                rotulo if estado in nombrados else f"{como.simbolo} {como.palabra} {corto}{unidad}"
            )
            nombrados.add(estado)
            salida.append(
                {
                    "fila": fila.nombre,
                    "nombre": "" if desde else fila.nombre,
                    "estado": estado,
                    "valor": valor,
                    "desde": desde,
                    "hasta": desde + valor,
                    "centro": desde + valor / 2,
                    "arriba": arriba,
                    "abajo": arriba + grosor,
                    "medio": arriba + grosor / 2,
                    "renglon": arriba - TITULO_ALTO / 2,
                    "partido": "" if desde else "\n".join(partidos[numero]),
                    "sube": RENGLON * (len(partidos[numero]) - 1),
                    "largo": largo,
                    "ancho_largo": _ancho(largo, tamano),
                    "rotulo": rotulo,
                    "ancho_rotulo": _ancho(rotulo, tamano),
                    "corto": corto,
                    "ancho_corto": _ancho(corto, tamano),
                    "detalle": f"{como.palabra}: {corto}{unidad}",
                    "letra": como.texto,
                    "borde": tema.borde(como.color),
                }
            )
            desde += valor
    return pd.DataFrame(salida)


def _partir(nombre: str) -> list[str]:
    """El nombre en renglones que caben en un teléfono; un número no se separa de lo que cuenta."""
    return wrap(re.sub(r"(?<=\d) ", "\u00a0", nombre), LETRAS_POR_RENGLON)


def _ancho(texto: str, tamano: int) -> float:
    """Los píxeles que ocupa un texto, más o menos: en la letra del tablero, 0,58 por cada uno."""
    return len(texto) * tamano * 0.58 + 4


def dibujar(
    piezas: pd.DataFrame,
    leyenda: Mapping[str, str],
    *,
    tamano: int,
    estados: Estados = tema.SEMAFORO,
) -> tuple[Dibujo, int]:
    """El dibujo y su alto en píxeles; `leyenda` va de estado a lo que se lee abajo."""
    total = float(piezas["hasta"].max())
    alto = int(piezas["abajo"].max())
    presentes = [estado for estado in estados if estado in set(piezas["estado"])]
    vertical = alt.Scale(domain=[0, alto], reverse=True, nice=False)
    ancho_px = f"width * datum.valor / {total}"
    etiquetas = " : ".join(f"datum.value === '{e}' ? '{leyenda[e]}'" for e in presentes)
    base = alt.Chart().encode(
        x=alt.X("desde:Q", axis=None, scale=alt.Scale(domain=[0, total], nice=False)),
        tooltip=[alt.Tooltip("fila:N", title="Qué"), alt.Tooltip("detalle:N", title="Cuántos")],
    )
    rectangulos = base.mark_rect(
        xOffset=HUECO, x2Offset=-HUECO, strokeWidth=tema.TRAZO_DE_REJILLA
    ).encode(
        x2="hasta:Q",
        stroke=alt.Stroke("borde:N", scale=None),
        y=alt.Y("arriba:Q", axis=None, scale=vertical),
        y2="abajo:Q",
        color=alt.Color(
            "estado:N",
            title=None,
            scale=alt.Scale(domain=presentes, range=[estados[e].color for e in presentes]),
            legend=de_cuadros(
                [leyenda[e] for e in presentes], expresion=f"{etiquetas} : datum.value"
            ),
        ),
    )
    # El número va adentro si cabe: con su palabra, con su forma, solo, o nada (la leyenda y la
    # tabla lo dicen).
    cabe = (
        f"{ancho_px} > datum.ancho_largo ? datum.largo"
        f" : {ancho_px} > datum.ancho_rotulo ? datum.rotulo"
        f" : {ancho_px} > datum.ancho_corto ? datum.corto : ''"
    )
    numeros = base.mark_text(
        fontSize=tamano, fontWeight=700, text=alt.ExprRef(cabe), baseline="middle"
    ).encode(
        x="centro:Q",
        y=alt.Y("medio:Q", axis=None, scale=vertical),
        color=alt.Color("letra:N", scale=None),
    )
    angosto = f"width < {ANGOSTO}"
    nombres = (
        alt.Chart()
        .mark_text(
            align="left",
            baseline="middle",
            fontSize=tema.LETRA_DE_ROTULO,
            lineHeight=RENGLON,
            lineBreak="\n",
            color=LETRA,
            tooltip=False,
            text=alt.ExprRef(f"{angosto} ? datum.partido : datum.nombre"),
            dy=alt.ExprRef(f"{angosto} ? -datum.sube : 0"),
        )
        .encode(x=alt.value(0), y=alt.Y("renglon:Q", axis=None, scale=vertical))
    )
    capas = [rectangulos, numeros]
    if (piezas["nombre"] != "").any():
        capas.append(nombres)
    # Con `fit-x` el alto es el de las franjas y la leyenda se suma abajo; con `fit` las aplastaría.
    ajuste = alt.AutoSizeParams(type="fit-x", contains="padding")
    return alt.layer(*capas, autosize=ajuste), alto
