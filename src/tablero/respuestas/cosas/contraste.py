"""Por qué lo publicado y lo calculado no dan lo mismo, con las palabras de la conciliación."""

from datetime import date

from tablero.consultas import conciliacion
from tablero.consultas.base import Preguntas

NO_IGUALES = "Lo publicado y lo calculado no se escriben igual"
ANTES = {
    "no calculable": "No se puede calcular",
    "difiere": "Lo publicado y lo calculado difieren",
}
"""Estado del contraste → cómo se presenta su explicación."""


def razon(preguntar: Preguntas, codigo: str, corte: date) -> str:
    """La explicación de ese contraste en ese corte; vacía si no lo hay."""
    documento = codigo.split("_", 1)[0]
    propio = f"{codigo}_{corte.isoformat()}"
    for fila in preguntar(conciliacion.contrastes, documento=documento, estado=None).filas:
        if fila["conciliacion_codigo"] == propio and fila["explicacion"]:
            return f"{ANTES.get(fila['estado'], NO_IGUALES)}: {fila['explicacion']}"
    return ""
