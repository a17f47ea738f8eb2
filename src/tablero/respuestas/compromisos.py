"""Los compromisos como van en un archivo: los abiertos, el que vence antes primero, y los demás."""

from collections.abc import Sequence

import pandas as pd

from tablero.registro.sesiones.estado import Actas, Compromiso
from tablero.respuestas.columnas import TITULOS

PROPIOS = {
    "compromiso": "Compromiso",
    "vence": "Vence",
    "estado": "Estado",
    "evidencia": "Evidencia",
    "sesion_fecha": "Fecha de la sesión",
}


def en_orden(compromisos: Sequence[Compromiso]) -> list[Compromiso]:
    """Los abiertos primero; cada grupo, como venía: el que vence antes, antes."""
    return sorted(compromisos, key=lambda c: c.estado != "abierto")


def de_entidad(actas: Actas, entidad: str) -> tuple[Compromiso, ...]:
    """Los de una entidad, de todas las sesiones, en ese orden."""
    return tuple(en_orden([c for c in actas.compromisos if c.entidad == entidad]))


def en_tabla(compromisos: Sequence[Compromiso], actas: Actas) -> pd.DataFrame:
    """Una fila por compromiso, con el día de la sesión en que se hizo."""
    dias = {sesion.codigo: sesion.fecha for sesion in actas.sesiones}
    datos = pd.DataFrame(
        [
            {
                "compromiso": c.que,
                "entidad": c.entidad,
                "vence": c.vence,
                "producto_codigo": c.producto or None,
                "estado": c.estado,
                "evidencia": c.evidencia or None,
                "sesion_fecha": dias.get(c.sesion),
            }
            for c in en_orden(compromisos)
        ]
    )
    datos.attrs[TITULOS] = PROPIOS
    return datos
