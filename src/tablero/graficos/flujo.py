"""Cómo pasaron los productos de un estado del semáforo a otro entre dos cortes.

Dos columnas de estados y, entre ellas, una banda por cada paso, tan gruesa como los productos que
lo dieron. La banda lleva el color del estado al que llega; la de los que se quedaron es más pálida.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import altair as alt
import pandas as pd

from tablero import formato, tema
from tablero.graficos.base import LETRA, Dibujo, Grafico, armar, con_halo

ESTADOS: Mapping[str, tema.Estado] = {
    **tema.SEMAFORO,
    "no estaba": tema.Estado(
        "No estaba", "+", "cross", tema.GRIS_CLARO, tema.letra_sobre(tema.GRIS_CLARO)
    ),
    "ya no está": tema.Estado(
        "Ya no está", "–", "stroke", tema.GRIS_CLARO, tema.letra_sobre(tema.GRIS_CLARO)
    ),
}
"""Los estados del semáforo y los dos extremos que no son colores."""
CAMPOS = ("semaforo_antes", "semaforo_despues")
"""De qué columna sale cada lado."""
ALTO_DE_BANDAS = 400
MAXIMO_POR_PRODUCTO = 34.0
"""Píxeles: con pocos productos las bandas no crecen más que esto."""
LUGAR_MINIMO = 30.0
"""Lo que ocupa un estado aunque tenga un solo producto: su nombre debe leerse."""
SEPARACION = 8.0
ENCABEZADO = 34.0
ANCHO_DE_NODO = 16
TAMANO, TAMANO_MENOR = 18, 14
ANCHO_DE_TELEFONO = 560
CURVA = (0.0, 0.28, 0.72, 1.0)
"""Por dónde pasa una banda: derecha al salir y al llegar, y doblada en la mitad."""
BANDA_CON_NUMERO = 15.0
LUGAR_DEL_NUMERO = 0.24
"""A qué parte del ancho va el número de una banda: todavía derecha, y así dos no se enciman."""
PALIDA, VIVA = 0.25, 0.7
"""Lo opaca que es la banda de los que siguen igual y la de los que cambian."""
PASOS_EN_EL_TITULO = 2


@dataclass(frozen=True)
class Nodo:
    """Un estado en una de las dos columnas, en píxeles desde arriba."""

    arriba: float
    abajo: float
    centro: float
    """El de su nombre."""


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
    pasos = datos[["semaforo_antes", "semaforo_despues", "productos"]].to_dict("records")
    por_producto = min(MAXIMO_POR_PRODUCTO, ALTO_DE_BANDAS / int(datos["productos"].sum()))
    lados = [_columna(pasos, campo, por_producto) for campo in CAMPOS]
    piezas = pd.DataFrame(
        [*_bandas(pasos, lados, por_producto), *_nodos(pasos, lados), *_encabezados(antes, despues)]
    )
    alto = int(max(nodo.abajo for lado in lados for nodo in lado.values()) + SEPARACION * 2)
    return armar(
        _titulo(pasos),
        f"Productos que pasaron de un estado el {antes} a otro el {despues}: "
        + "; ".join(f"{_paso(p)}, {p['productos']}" for p in pasos),
        piezas,
        _dibujo(alto),
        alto=alto,
        nota=(
            "Cada banda es tan gruesa como los productos que dieron ese paso y lleva el color del "
            "estado al que llegaron; las pálidas son los que siguen igual."
        ),
    )


def _columna(
    pasos: Sequence[Mapping[Any, Any]], campo: str, por_producto: float
) -> dict[str, Nodo]:
    """Dónde va cada estado de un lado."""
    lugares = {}
    desde = ENCABEZADO
    for estado in ESTADOS:
        cuantos = sum(p["productos"] for p in pasos if p[campo] == estado)
        if cuantos:
            alto = cuantos * por_producto
            lugar = max(alto, LUGAR_MINIMO)
            centro = desde + lugar / 2
            lugares[estado] = Nodo(centro - alto / 2, centro + alto / 2, centro)
            desde += lugar + SEPARACION
    return lugares


def _bandas(
    pasos: Sequence[Mapping[Any, Any]], lados: Sequence[dict[str, Nodo]], por_producto: float
) -> list[dict[str, Any]]:
    """Las bandas, cada una con los puntos por donde pasa su borde de arriba y el de abajo."""
    salida = []
    usados: dict[tuple[int, str], float] = {}
    for paso in sorted(pasos, key=_en_orden):
        grosor = paso["productos"] * por_producto
        extremos = []
        for lado, campo in enumerate(CAMPOS):
            estado = paso[campo]
            arriba = usados.get((lado, estado), lados[lado][estado].arriba)
            usados[lado, estado] = arriba + grosor
            extremos.append(arriba)
        nombre = _paso(paso)
        sigue_igual = paso["semaforo_antes"] == paso["semaforo_despues"]
        for x in CURVA:
            arriba = extremos[0] if x < CURVA[2] else extremos[1]
            salida.append(
                {
                    "pieza": "banda",
                    "nombre": nombre,
                    "x": x,
                    "arriba": arriba,
                    "abajo": arriba + grosor,
                    "color": ESTADOS[paso["semaforo_despues"]].color,
                    "opacidad": PALIDA if sigue_igual else VIVA,
                    "texto": formato.contar(paso["productos"], "producto", "productos"),
                }
            )
        if grosor >= BANDA_CON_NUMERO:
            salida.append(
                {
                    "pieza": "número",
                    "nombre": nombre,
                    "arriba": extremos[0] + grosor / 2,
                    "texto": formato.numero(paso["productos"]),
                }
            )
    return salida


def _nodos(
    pasos: Sequence[Mapping[Any, Any]], lados: Sequence[dict[str, Nodo]]
) -> list[dict[str, Any]]:
    salida = []
    for lado, campo in enumerate(CAMPOS):
        for estado, nodo in lados[lado].items():
            como = ESTADOS[estado]
            cuantos = sum(p["productos"] for p in pasos if p[campo] == estado)
            salida.append(
                {
                    "pieza": "antes" if lado == 0 else "después",
                    "arriba": nodo.arriba,
                    "abajo": nodo.abajo,
                    "centro": nodo.centro,
                    "color": como.color,
                    "nombre": f"{como.simbolo} {como.palabra}",
                    "texto": f"{como.simbolo} {como.palabra}: {formato.numero(cuantos)}",
                }
            )
    return salida


def _encabezados(antes: str, despues: str) -> list[dict[str, Any]]:
    return [
        {"pieza": "corte antes", "arriba": ENCABEZADO / 2, "texto": antes},
        {"pieza": "corte después", "arriba": ENCABEZADO / 2, "texto": despues},
    ]


def _dibujo(alto: int) -> Dibujo:
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
        # En un teléfono los nombres llegan casi a la mitad, y dicen cuántos.
        *_nombres(
            solo("número")
            .transform_filter(f"width >= {ANCHO_DE_TELEFONO}")
            .encode(x=_en(f"width * {LUGAR_DEL_NUMERO}"), y=y("arriba"), text="texto:N")
        ),
    ]
    # Los nombres van hacia adentro, sobre las bandas: así caben también en un teléfono.
    for lado in LADOS:
        nombres = solo(lado.nombre).encode(x=_en(lado.texto), y=y("centro"), text="texto:N")
        encabezado = solo(f"corte {lado.nombre}").mark_text(
            align=lado.alineado, baseline="middle", fontSize=16, color=LETRA, tooltip=False
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
    letra: dict[str, Any] = {
        "align": alineado,
        "baseline": "middle",
        "fontSize": alt.ExprRef(f"width < {ANCHO_DE_TELEFONO} ? {TAMANO_MENOR} : {TAMANO}"),
        "fontWeight": 700,
        "tooltip": False,
    }
    return con_halo(textos, opacidad=0.75, **letra)


def _en(expresion: str) -> Any:
    """Un lugar a lo ancho que se calcula con el ancho de la pantalla."""
    return alt.value(alt.ExprRef(expresion))


def _en_orden(paso: Mapping[Any, Any]) -> tuple[int, int]:
    orden = list(ESTADOS)
    return orden.index(paso["semaforo_antes"]), orden.index(paso["semaforo_despues"])


def _paso(paso: Mapping[Any, Any]) -> str:
    """«de bajo a alto», o «siguen en alto»."""
    antes, despues = paso["semaforo_antes"], paso["semaforo_despues"]
    return f"siguen en {antes}" if antes == despues else f"de «{antes}» a «{despues}»"


def _titulo(pasos: Sequence[Mapping[Any, Any]]) -> str:
    """«3 de 9 productos cambiaron de estado: de «bajo» a «alto», 1; …»."""
    total = sum(p["productos"] for p in pasos)
    cambiaron = [p for p in pasos if p["semaforo_antes"] != p["semaforo_despues"]]
    cuantos = sum(p["productos"] for p in cambiaron)
    if not cambiaron:
        return f"Ninguno de los {total} productos cambió de estado"
    mayores = sorted(cambiaron, key=lambda p: -p["productos"])[:PASOS_EN_EL_TITULO]
    otros = cuantos - sum(p["productos"] for p in mayores)
    verbo = "cambió" if cuantos == 1 else "cambiaron"
    return (
        f"{cuantos} de {formato.contar(total, 'producto', 'productos')} {verbo} de estado: "
        + "; ".join(f"{_paso(p)}, {p['productos']}" for p in mayores)
        + (f"; otros pasos, {otros}" if otros else "")
    )
