"""Cuántas entidades están en una sesión, y si alcanzan para decidir."""

from tablero import formato

SIN_REGLA = "regla sin configurar"


def frase(presentes: int, todas: int, minimo: int | None) -> str:
    """«3 de 19 entidades presentes: no hay quórum, faltan 7».

    `minimo` es `None` mientras nadie configure la regla.
    """
    cuantas = f"{formato.numero(presentes)} de {formato.numero(todas)} entidades presentes"
    if minimo is None:
        return f"{cuantas}: {SIN_REGLA}"
    if presentes >= minimo:
        return f"{cuantas}: hay quórum (se piden {formato.numero(minimo)})"
    faltan = minimo - presentes
    return f"{cuantas}: no hay quórum, {'falta' if faltan == 1 else 'faltan'} {faltan}"
