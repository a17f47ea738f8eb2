"""El corte de unas fuentes, como va en el nombre de un archivo."""

from collections.abc import Iterable
from datetime import date

from tablero import formato
from tablero.consultas.base import FuenteCitada


def corte_de(fuentes: Iterable[FuenteCitada]) -> str:
    """El corte más reciente de unas fuentes, como va en el nombre de un archivo."""
    reciente = max(fuentes, key=lambda f: f.corte_fecha, default=None)
    if reciente is None:
        return ""
    return formato.corte_en_nombre(reciente.corte_texto, reciente.corte_fecha)


def corte_del_dia(fuentes: Iterable[FuenteCitada], dia: date) -> str:
    """El corte de esa fecha, como va en un nombre: con las palabras de la fuente que lo tiene."""
    return corte_de(f for f in fuentes if f.corte_fecha == dia) or dia.isoformat()
