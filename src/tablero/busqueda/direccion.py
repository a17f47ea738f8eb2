"""La dirección de lo hallado, con los filtros que ya lleva la página desde donde se busca."""

from collections.abc import Mapping
from urllib.parse import urlencode

from tablero.busqueda.documento import Documento

POLITICA, CORTE = "politica", "corte"
DE_TERRITORIO = ("departamento", "municipio")
SE_LLEVAN = (*DE_TERRITORIO, POLITICA, CORTE)
"""Los filtros que pasan de una página a otra."""


def direccion(hallado: Documento, llevados: Mapping[str, str], politica: str) -> str:
    """«producto?codigo=3.1.7&politica=…», relativa a la carpeta del tablero.

    Lo hallado dice su lugar y su política; de lo que no dice se queda lo que ya se miraba. De su
    misma política se conserva también el corte. `politica` es la que se mira si nadie dice cuál.
    """
    propios = dict(hallado.parametros)
    actuales = {nombre: llevados[nombre] for nombre in SE_LLEVAN if llevados.get(nombre)}
    if propios.keys() & {*DE_TERRITORIO, "cluster"}:
        for nombre in DE_TERRITORIO:
            actuales.pop(nombre, None)
    if POLITICA in propios and actuales.get(POLITICA, politica) != propios[POLITICA]:
        actuales.pop(CORTE, None)
    if CORTE in actuales:
        propios.pop(CORTE, None)
    consulta = urlencode({**propios, **{n: v for n, v in actuales.items() if n not in propios}})
    return f"{hallado.pagina}?{consulta}" if consulta else hallado.pagina
