"""Los contrastes de cada documento."""

from tablero.calculo.conciliacion import Contrastar
from tablero.calculo.contrastes import cnim, comite, eat, integra, sdp

POR_DOCUMENTO: dict[str, Contrastar] = {
    "eat": eat.contrastes,
    "cnim": cnim.contrastes,
    "comite": comite.contrastes,
    "integra": integra.contrastes,
    "sdp": sdp.contrastes,
}
"""Documento → la función que produce sus contrastes."""
