"""Barras horizontales con su valor escrito: una serie, y un color por lo que destaca."""

from tablero import tema
from tablero.exportar.escribir.pptx.nativo.base import PorCategorias, Serie, cortos, de_papel
from tablero.filas import Fila, filas_de
from tablero.formato import SIN_DATO
from tablero.graficos.piezas.base import Grafico

CONTRATO = frozenset({"nombre", "valor", "rotulo", "clase"})
DE_PUNTAJE = frozenset({"nombre", "valor", "rotulo", "cero", "final"})
COLORES = {
    "destaca": de_papel(tema.ACENTO_VIVO),
    "resto": de_papel(tema.RESTO_VIVO),
    "hueca": tema.CLARO["textColor"],
}


def barras(grafico: Grafico, que_es: str) -> PorCategorias:
    """Las de `graficos/piezas/barras.py`; `que_es` nombra lo que mide la serie.

    La que no tiene dato va sin valor, y su nombre lo dice: en el libro no queda un cero.
    """
    filas = filas_de(grafico.datos)
    con_dato = [not str(f["rotulo"]).startswith(SIN_DATO) for f in filas]
    return PorCategorias(
        "barras",
        cortos(_nombre(f, hay=hay) for f, hay in zip(filas, con_dato, strict=True)),
        (
            Serie(
                que_es,
                tuple(
                    float(f["valor"]) if hay else None
                    for f, hay in zip(filas, con_dato, strict=True)
                ),
                COLORES["resto"],
                tuple(_color(f) for f in filas),
                tuple(f["rotulo"] if hay else "" for f, hay in zip(filas, con_dato, strict=True)),
                frozenset(n for n, f in enumerate(filas) if f.get("clase") == "hueca"),
            ),
        ),
    )


def _nombre(fila: Fila, *, hay: bool) -> str:
    return str(fila["nombre"]) if hay else f"{fila['nombre']}: {fila['rotulo']}"


def _color(fila: Fila) -> str:
    clase = fila.get("clase") or ("resto" if fila["valor"] < 0 else "destaca")
    return COLORES[clase]
