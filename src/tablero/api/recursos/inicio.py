"""`/`: qué hay, de qué edición es y hasta cuándo llega cada documento."""

from tablero.api.esquemas import ENTERO, TEXTO, lista_de, objeto
from tablero.api.pedido import Pedido
from tablero.api.recurso import Recurso
from tablero.filas import filas_de
from tablero.modelo import TABLAS
from tablero.modelo.documentos import sigla
from tablero.publicacion import TABLERO
from tablero.un_json import Objeto

GRUPO = "Para empezar"
HAY = {
    "tablas": "/tablas",
    "indicadores": "/indicadores",
    "productos": "/productos",
    "municipios": "/municipios",
    "series": "/series",
    "ediciones": "/ediciones",
    "canal": "/ediciones.atom",
    "openapi": "/openapi.json",
    "explicacion": "/docs",
}
"""Cómo se llama cada cosa, y dónde está."""


def inicio(pedido: Pedido) -> Objeto:
    """Lo que hay en este tablero."""
    fuentes = filas_de(pedido.abierto.base.tabla("fuentes"))
    return {
        "titulo": TABLERO,
        "version": "v1",
        "tablas": len(TABLAS),
        "direcciones": {nombre: f"{pedido.api}{ruta}" for nombre, ruta in HAY.items()},
        "cortes": [
            {
                "documento": sigla(fuente["fuente_codigo"]),
                "corte_fecha": fuente["corte_fecha"],
                "corte_texto": fuente["corte_texto"],
            }
            for fuente in fuentes
        ],
        "fuente_codigo": [fuente["fuente_codigo"] for fuente in fuentes],
    }


RECURSOS = (
    Recurso(
        "/",
        GRUPO,
        "Lo que hay",
        "La edición, la licencia, los cortes de cada documento y las direcciones de lo demás.",
        inicio,
        esquema=objeto(
            {
                "titulo": TEXTO,
                "version": TEXTO,
                "tablas": ENTERO,
                "direcciones": objeto(dict.fromkeys(HAY, TEXTO)),
                "cortes": lista_de(
                    {
                        "documento": TEXTO,
                        "corte_fecha": {**TEXTO, "format": "date"},
                        "corte_texto": TEXTO,
                    },
                    "El de cada documento.",
                ),
                "fuente_codigo": {"type": "array", "items": TEXTO},
            }
        ),
    ),
)
