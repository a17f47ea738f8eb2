"""Adónde lleva un enlace al producto o a la entidad que se nombra, en una tabla o en un dibujo."""

from urllib.parse import urlencode

import altair as alt
import pandas as pd

from tablero import formato
from tablero.filas import Fila
from tablero.graficos.piezas.base import Spec

Vista = tuple[tuple[str, str], ...]
"""Los parámetros que reproducen lo que se mira (política y corte) en la página de llegada."""
TOQUE_DE_PRODUCTO = "Toque un producto para abrir su hoja."
"""Lo que se dice donde tocar un nombre o su barra abre su página."""
TOQUE_DE_ENTIDAD = "Toque una entidad para ver sus productos."


def producto(codigo: str, vista: Vista) -> str:
    """La hoja de un producto."""
    return f"producto?{urlencode((('codigo', codigo), *vista))}"


def entidad(nombre: str, vista: Vista) -> str:
    """Los productos de una entidad."""
    return f"entidad?{urlencode((('nombre', nombre), *vista))}"


def hallazgos(regla: str, vista: Vista) -> str:
    """Los hallazgos de una regla en el libro que se mira."""
    return f"hallazgos?{urlencode((('regla', regla), *vista))}"


def semaforo(vista: Vista, ver: str = "productos") -> str:
    """Una pestaña del Semáforo (la lista de productos), con los filtros de `vista`."""
    return f"semaforo?{urlencode((('ver', ver), *vista))}"


def producto_de(fila: Fila) -> str:
    """La hoja del producto de una fila; vacía, si no dice su política y su corte."""
    vista = _vista(fila)
    return producto(fila["producto_codigo"], vista) if vista else ""


def entidad_de(fila: Fila) -> str:
    """Los productos de la entidad de una fila; sin nombre, los que la fuente no le da a ninguna."""
    vista = _vista(fila)
    return entidad(formato.texto(fila["entidad"]), vista) if vista else ""


def al_tocar(datos: pd.DataFrame) -> Spec:
    """El canal que abre la columna `enlace`; ninguno si toda está vacía."""
    return {"href": alt.when("datum.enlace").then("enlace:N")} if datos["enlace"].any() else {}


def _vista(fila: Fila) -> Vista:
    if not {"politica_codigo", "corte_fecha"} <= fila.keys():
        return ()
    return (("politica", fila["politica_codigo"]), ("corte", fila["corte_fecha"].isoformat()))
