"""De qué edición de la DIVIPOLA es el código de municipio de cada fila, y su departamento."""

from collections.abc import Iterable
from typing import TypeVar

from tablero.modelo.fuentes import Fuente
from tablero.modelo.territorio import ConDivipola, Municipio

Una = TypeVar("Una", bound=ConDivipola)


class Divipola:
    """La nomenclatura que vale: cada municipio con su departamento y la fecha de su edición."""

    def __init__(self, municipios: Iterable[Municipio], fuentes: Iterable[Fuente]) -> None:
        ediciones = {fuente.fuente_codigo: fuente.corte_fecha for fuente in fuentes}
        self._de = {
            m.municipio_codigo: {
                "departamento_codigo": m.departamento_codigo,
                "divipola_fecha": ediciones[m.fuente_codigo],
            }
            for m in municipios
        }

    def situar(self, filas: Iterable[Una]) -> list[Una]:
        """Las filas con el departamento y la edición de su municipio; sin municipio, como estaban.

        `KeyError` si una nombra un municipio que la DIVIPOLA no trae: eso ya lo revisó la ingesta.
        """
        return [self._situada(fila) for fila in filas]

    def _situada(self, fila: Una) -> Una:
        codigo = vars(fila)["municipio_codigo"]
        return fila if codigo is None else fila.con(**self._de[codigo])
