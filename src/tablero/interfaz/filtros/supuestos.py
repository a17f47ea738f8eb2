"""Los reportes que alguien supone: `?supone=2.2.6:120,1.1.4:30`, y nada se guarda."""

import math
import re

import streamlit as st

from tablero.interfaz.filtros.opciones import TODOS, escribir
from tablero.interfaz.llano import llano

SUPONE = "supone"
TOPE_DE_SUPUESTOS = 40
PARTE = re.compile(r"(\d+\.\d+\.\d+):(-?\d{1,12}(?:\.\d{1,6})?)")


def leer_supuestos() -> dict[str, float]:
    """Código de producto → el próximo reporte que se supone; lo mal escrito se dice y no se usa."""
    pedido = st.query_params.get(SUPONE, "")
    partes = [parte for parte in pedido.split(",") if parte]
    hallados = [PARTE.fullmatch(parte) for parte in partes]
    if not all(hallados) or len(partes) > TOPE_DE_SUPUESTOS:
        st.warning(
            f"El enlace supone «{llano(pedido[:200])}», que no se entiende: deben ser como "
            f"2.2.6:120, con comas, y a lo sumo {TOPE_DE_SUPUESTOS}. Se usa lo que se entiende."
        )
    supuestos = {h[1]: float(h[2]) for h in hallados[:TOPE_DE_SUPUESTOS] if h}
    return {codigo: valor for codigo, valor in supuestos.items() if math.isfinite(valor)}


def poner_supuesto(codigo: str, valor: float) -> None:
    """Agrega o cambia en la URL lo que se supone de un producto."""
    _guardar({**leer_supuestos(), codigo: valor})


def quitar_supuesto(codigo: str) -> None:
    """Quita de la URL lo que se supone de un producto."""
    _guardar({c: v for c, v in leer_supuestos().items() if c != codigo})


def _guardar(supuestos: dict[str, float]) -> None:
    partes = [
        f"{codigo}:{valor:.6f}".rstrip("0").rstrip(".") for codigo, valor in supuestos.items()
    ]
    escribir(SUPONE, ",".join(partes) or TODOS, TODOS)
