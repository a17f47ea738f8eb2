"""Qué tan viejas son las fuentes de una cosa, el día en que se mira."""

from collections.abc import Iterable
from datetime import date

from tablero.consultas.base import FuenteCitada
from tablero.modelo.documentos import sigla
from tablero.respuestas.antiguedad import mirar
from tablero.respuestas.cosas.cosa import Cosa


def edades(cosa: Cosa, fuentes: Iterable[FuenteCitada], hoy: date) -> str:
    """«Edad de los datos: SDP, hace 23 meses.»; vacía si no sale de ninguna de esas fuentes.

    `fuentes` son todas las del tablero: las suyas son las que su línea nombra, en su corte.
    """
    suyas = [
        mirar(fuente, hoy)
        for fuente in fuentes
        if fuente.corte_fecha in cosa.cortes and sigla(fuente.fuente_codigo) in cosa.fuente
    ]
    dichas = "; ".join(f"{m.sigla}, {m.edad}" for m in suyas)
    return f"Edad de los datos: {dichas}." if dichas else ""
