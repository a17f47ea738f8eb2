"""Las entidades inventadas; las del Comité, con otra grafía, para que haya qué unir."""

from datetime import date

from tablero.simulacion.comite import ENTIDADES, corta
from tablero.simulacion.mundo import Fila, Filas, Mundo
from tablero.simulacion.piezas import lugar, numerados
from tablero.simulacion.seguimiento import vocabulario
from tablero.texto import a_codigo

CORTE = date(2025, 12, 31)
TITULO = "entidades inventadas y sus grafías"


def filas(_: Mundo) -> Filas:
    """Las del Comité y las que responden por productos."""
    del_comite = numerados("Entidad simulada", ENTIDADES)
    return {
        "entidades": [_entidad(n) for n in (*del_comite, *vocabulario.SECTORES_DE_ENTIDAD)],
        "entidades_grafias": [
            {
                "grafia": corta(numero),
                "entidad_codigo": a_codigo(nombre),
                "ubicacion": lugar("UTA, reportes"),
            }
            for numero, nombre in enumerate(del_comite, start=1)
        ],
    }


def _entidad(nombre: str) -> Fila:
    return {
        "entidad_codigo": a_codigo(nombre),
        "entidad_nombre": nombre,
        "ubicacion": lugar("lista de entidades"),
    }
