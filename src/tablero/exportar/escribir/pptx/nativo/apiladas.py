"""Barras apiladas: una serie por parte, con los colores de la pantalla."""

from typing import Any

from tablero.exportar.escribir.pptx.nativo.base import PorCategorias, Serie, cortos, de_papel
from tablero.filas import Fila, filas_de
from tablero.graficos.piezas.base import Grafico

CONTRATO = frozenset({"nombre", "parte", "valor", "desde", "hasta", "total", "rotulo"})
TODOS = "Todos"
"""El nombre de la única barra, que en la pantalla no lo necesita."""
DE_FRANJAS = frozenset({"fila", "estado", "valor", "desde", "hasta", "rotulo", "detalle"})


def apiladas(grafico: Grafico) -> PorCategorias:
    """Las de `graficos/piezas/apiladas.py`; lo que suma cada barra va en su nombre."""
    filas = filas_de(grafico.datos)
    totales = {f["nombre"]: f"{f['nombre']}: {f['rotulo']}" for f in filas}
    colores = colores_de(grafico, "parte")
    return PorCategorias(
        "barras",
        cortos(totales.values()),
        tuple(
            _serie(parte, list(totales), [f for f in filas if f["parte"] == parte], color)
            for parte, color in colores.items()
        ),
        apiladas=True,
        leyenda=True,
    )


def franjas(grafico: Grafico) -> PorCategorias:
    """Las de `graficos/piezas/franjas.py`: cada estado con su forma y su palabra."""
    filas = filas_de(grafico.datos)
    nombres = list(dict.fromkeys(f["fila"] for f in filas))
    series = []
    for estado, color in colores_de(grafico, "estado").items():
        suyas: list[Fila] = [{**f, "nombre": f["fila"]} for f in filas if f["estado"] == estado]
        series.append(_serie(_palabra(suyas, len(nombres)), nombres, suyas, color))
    return PorCategorias(
        "barras", cortos(n or TODOS for n in nombres), tuple(series), apiladas=True, leyenda=True
    )


def colores_de(grafico: Grafico, campo: str) -> dict[str, str]:
    """Cada valor de ese campo y su color, en el orden de la escala del dibujo."""
    for capa in grafico.spec["layer"]:
        canal: dict[str, Any] = capa.get("encoding", {}).get("color", {})
        if canal.get("field") == campo:
            escala = canal["scale"]
            return {
                valor: de_papel(color)
                for valor, color in zip(escala["domain"], escala["range"], strict=True)
            }
    raise LookupError(campo)


def _palabra(suyas: list[Fila], filas: int) -> str:
    """«● Alto: 30»; con varias filas, sin el número, que es de cada una."""
    simbolo = suyas[0]["rotulo"].split(" ")[0]
    dicho = suyas[0]["detalle"] if filas == 1 else suyas[0]["detalle"].split(":")[0]
    return f"{simbolo} {dicho}"


def _serie(nombre: str, categorias: list[str], suyas: list[Fila], color: str) -> Serie:
    """Una parte en cada barra; donde no hay nada de ella no se escribe un cero encima."""
    valores = {f["nombre"]: float(f["valor"]) for f in suyas}
    rotulos = {f["nombre"]: _rotulo(f) for f in suyas if f["valor"]}
    return Serie(
        nombre,
        tuple(valores.get(c) for c in categorias),
        color,
        rotulos=tuple(rotulos.get(c, "") for c in categorias),
    )


def _rotulo(fila: Fila) -> str:
    """El número con la forma de su estado, si la tiene."""
    return str(fila["rotulo"]) if "estado" in fila else str(int(fila["valor"]))
