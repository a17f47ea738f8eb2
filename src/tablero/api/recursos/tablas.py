"""`/tablas`: todas las tablas del tablero, y cada una entera o por partes."""

from functools import partial

import pandas as pd

from tablero.api.campos import Campo, de_tabla
from tablero.api.fallas import Falla
from tablero.api.pedido import Pedido
from tablero.api.recurso import Recurso
from tablero.exportar.catalogo import catalogo
from tablero.modelo import TABLAS

GRUPO = "Tablas"
CAMPOS = (
    Campo("tabla", "Tabla", "Su nombre, como va en la dirección."),
    Campo("titulo", "Título", "Qué trae."),
    Campo("tema", "Tema", "De qué asunto es."),
    Campo("filas", "Filas", "Cuántas tiene.", int),
    Campo("corte_texto", "Corte", "El más reciente, como lo dice su fuente."),
    Campo("direccion", "Dirección", "Donde se pide."),
)


def lista(pedido: Pedido) -> pd.DataFrame:
    """Todas, por tema."""
    fichas = catalogo(pedido.abierto.base)
    return pd.DataFrame(
        [
            (f.tabla, f.resumen, f.tema, f.filas, f.corte_texto or None, _donde(pedido, f.tabla))
            for f in fichas
        ],
        columns=[campo.nombre for campo in CAMPOS],
    )


def una(pedido: Pedido, *, nombre: str) -> pd.DataFrame:
    """Todas las filas de una tabla; `Falla` si en esa edición todavía no la había."""
    if not pedido.abierto.base.tiene(nombre):
        raise Falla("no-existe", f"En esa edición todavía no había una tabla «{nombre}».")
    return pedido.abierto.base.tabla(nombre)


def _donde(pedido: Pedido, tabla: str) -> str:
    return f"{pedido.api}/tablas/{tabla}"


RECURSOS = (
    Recurso(
        "/tablas",
        GRUPO,
        "Las tablas que hay",
        "Cada tabla del tablero, con su tema, cuántas filas tiene y hasta qué corte llega.",
        lista,
        campos=CAMPOS,
    ),
    *(
        Recurso(
            f"/tablas/{tabla.tabla}",
            GRUPO,
            tabla.hoja,
            tabla.resumen(),
            partial(una, nombre=tabla.tabla),
            campos=de_tabla(tabla),
            tabla=tabla,
        )
        for tabla in TABLAS
    ),
)
