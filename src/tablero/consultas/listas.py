"""Las cifras sueltas y las listas que un documento dice en su prosa."""

from tablero.consultas.base import Base, Resultado


def cifras(base: Base, *, codigos: tuple[str, ...]) -> Resultado:
    """Esas cifras, en ese orden; la que ningún documento trae no aparece."""
    return base.consultar("listas/cifras", codigos=codigos)


def enunciados(base: Base, *, lista: str) -> Resultado:
    """Una lista completa (agenda, pasos, metas…), en el orden publicado."""
    return base.consultar("listas/enunciados", lista=lista)
