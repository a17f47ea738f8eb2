"""Hasta dónde puede llegar una cifra, según su unidad.

Más allá hay un dedo de más en el exponente: el valor no es de este mundo, y las librerías que
calculan con él fallan o pierden las demás cifras. Los topes son holgados: no dicen lo que es
razonable, sino lo que es posible.
"""

TOPES = {
    "personas": 60e6,
    "pesos": 1e15,
    "%": 1e6,
    "puntos porcentuales": 1e6,
    "municipios": 1e6,
    "productos": 1e6,
    "actividades": 1e6,
    "delegados": 1e6,
}
"""Unidad → lo más que puede valer, con cualquier signo. En Colombia hay 53 millones de personas."""
SIN_UNIDAD = 1e12
CASI_CERO = 1e-9
"""Un valor más cercano a cero que esto, sin ser cero, también es un dedo en el exponente."""


def tope(unidad: str) -> float:
    """Lo más que puede valer una cifra de esa unidad, con cualquier signo."""
    return TOPES.get(unidad, SIN_UNIDAD)
