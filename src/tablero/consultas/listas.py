"""Las cifras sueltas y las listas que un documento dice en su prosa."""

from tablero.consultas.base import Base, Resultado


def cifras(base: Base, *, codigos: tuple[str, ...]) -> Resultado:
    """Esas cifras, en ese orden; la que ningún documento trae no aparece."""
    return base.consultar("listas/cifras", codigos=codigos)


def enunciados(base: Base, *, listas: tuple[str, ...]) -> Resultado:
    """Esas listas completas (agenda, pasos, metas…), en ese orden y en el publicado."""
    return base.consultar("listas/enunciados", listas=listas)
