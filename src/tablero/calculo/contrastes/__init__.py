"""Los contrastes de cada documento."""

from tablero.calculo.conciliacion import Contrastar

POR_DOCUMENTO: dict[str, Contrastar] = {}
"""Documento → la función que produce sus contrastes."""
