"""Los parámetros que varias direcciones repiten, escritos una sola vez."""

import json
from collections import Counter
from collections.abc import Mapping

from tablero.un_json import Objeto

DONDE = "#/components/parameters/"


def compartir(direcciones: Mapping[str, Objeto]) -> tuple[Objeto, Objeto]:
    """Las mismas direcciones, que dicen dónde está lo repetido; y lo repetido, con su nombre.

    Dos parámetros de un mismo nombre que no dicen lo mismo llevan un número: `nivel`, `nivel-2`.
    """
    todos = [
        json.dumps(parametro)
        for direccion in direcciones.values()
        for parametro in direccion["get"]["parameters"]
        if "$ref" not in parametro
    ]
    nombres: dict[str, str] = {}
    repetidos: Objeto = {}
    for escrito, veces in Counter(todos).items():
        if veces > 1:
            parametro = json.loads(escrito)
            nombres[escrito] = _sin_repetir(parametro["name"], repetidos)
            repetidos[nombres[escrito]] = parametro

    def corto(parametro: Objeto) -> Objeto:
        nombre = nombres.get(json.dumps(parametro))
        return parametro if nombre is None else {"$ref": DONDE + nombre}

    return {
        ruta: {
            "get": {
                **direccion["get"],
                "parameters": [corto(p) for p in direccion["get"]["parameters"]],
            }
        }
        for ruta, direccion in direcciones.items()
    }, repetidos


def _sin_repetir(nombre: str, hay: Objeto) -> str:
    numero = 1
    propio = nombre
    while propio in hay:
        numero += 1
        propio = f"{nombre}-{numero}"
    return propio
