"""Las piezas de un flujo de estados, en píxeles: sus columnas, sus bandas y sus números."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from tablero import formato, tema
from tablero.filas import Fila

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
CURVA = (0.0, 0.28, 0.72, 1.0)
"""Por dónde pasa una banda: derecha al salir y al llegar, y doblada en la mitad."""
BANDA_CON_NUMERO = 20.0
"""Píxeles: en una más delgada, su número pisaría el de la banda de al lado."""
PALIDA, VIVA = 0.25, 0.7
"""Lo opaca que es la banda de los que siguen igual y la de los que cambian."""


@dataclass(frozen=True)
class Nodo:
    """Un estado en una de las dos columnas, en píxeles desde arriba."""

    arriba: float
    abajo: float
    centro: float
    """El de su nombre."""


def piezas(pasos: Sequence[Fila], *, antes: str, despues: str) -> tuple[pd.DataFrame, int]:
    """Todas las piezas y el alto del dibujo; cada paso trae los dos estados y sus `productos`."""
    total = sum(p["productos"] for p in pasos)
    por_producto = min(MAXIMO_POR_PRODUCTO, ALTO_DE_BANDAS / total)
    lados = [_columna(pasos, campo, por_producto) for campo in CAMPOS]
    todas = [
        *_bandas(pasos, lados, por_producto),
        *_nodos(pasos, lados),
        *_encabezados(antes, despues),
    ]
    nodos = [nodo for lado in lados for nodo in lado.values()]
    # El último puede ser más delgado que su nombre.
    alto = max(max(n.abajo, n.centro + LUGAR_MINIMO / 2) for n in nodos) + SEPARACION
    return pd.DataFrame(todas), int(alto)


def _columna(pasos: Sequence[Fila], campo: str, por_producto: float) -> dict[str, Nodo]:
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
    pasos: Sequence[Fila], lados: Sequence[dict[str, Nodo]], por_producto: float
) -> list[Fila]:
    """Las bandas, cada una con los puntos por donde pasa su borde de arriba y el de abajo."""
    salida: list[Fila] = []
    usados: dict[tuple[int, str], float] = {}
    for paso in sorted(pasos, key=_en_orden):
        grosor = paso["productos"] * por_producto
        extremos = []
        for lado, campo in enumerate(CAMPOS):
            estado = paso[campo]
            arriba = usados.get((lado, estado), lados[lado][estado].arriba)
            usados[lado, estado] = arriba + grosor
            extremos.append(arriba)
        nombre = nombrar(paso)
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


def _nodos(pasos: Sequence[Fila], lados: Sequence[dict[str, Nodo]]) -> list[Fila]:
    salida: list[Fila] = []
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


def _encabezados(antes: str, despues: str) -> Sequence[Fila]:
    textos = {"corte antes": antes, "corte después": despues}
    return [{"pieza": p, "arriba": ENCABEZADO / 2, "texto": t} for p, t in textos.items()]


def _en_orden(paso: Fila) -> tuple[int, int]:
    orden = list(ESTADOS)
    return orden.index(paso["semaforo_antes"]), orden.index(paso["semaforo_despues"])


def nombrar(paso: Fila) -> str:
    """«de bajo a alto», o «siguen en alto»."""
    antes, despues = paso["semaforo_antes"], paso["semaforo_despues"]
    return f"siguen en {antes}" if antes == despues else f"de «{antes}» a «{despues}»"
