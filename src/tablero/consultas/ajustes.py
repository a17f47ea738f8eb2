"""Los ajustes aprobados de una política: la razón de que un dato ya no diga lo mismo."""

from tablero.consultas.base import Base, Resultado


def lista(base: Base, *, politica: str, codigo: str | None = None) -> Resultado:
    """Los de un producto o un resultado o, sin `codigo`, todos; primero los más recientes."""
    return base.consultar("ajustes/lista", politica=politica, codigo=codigo)
