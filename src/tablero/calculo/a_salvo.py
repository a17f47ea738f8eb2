"""Un contraste que no se puede calcular no se lleva por delante a los demás.

Una cifra imposible en un libro (un total en cero, un porcentaje sin fin) hace fallar la cuenta que
la usa: lo publicado se muestra como «no calculable», y el tablero se construye.
"""

import logging
from collections.abc import Iterator

from tablero.calculo.conciliacion import Contrastar, Contraste, Datos

BITACORA = logging.getLogger(__name__)
FALLAS = (ArithmeticError, ValueError, TypeError, LookupError)
"""Lo que da una cuenta sobre valores que nadie esperaba."""
POR_QUE = "Con los valores que trae la fuente la cuenta no se puede hacer; revíselos en su libro."


def cada_uno(datos: Datos, *partes: Contrastar) -> Iterator[Contraste]:
    """Los contrastes de cada parte; si una falla, lo que dejó sin contrastar va «no calculable»."""
    for parte in partes:
        yield from _a_salvo(datos.aparte(), parte)


def _a_salvo(datos: Datos, parte: Contrastar) -> Iterator[Contraste]:
    contrastadas = []
    try:
        for contraste in parte(datos):
            contrastadas.append(contraste.publicado)
            yield contraste
    except FALLAS as error:
        BITACORA.warning(
            "%s: unos contrastes no se pudieron calcular (%s: %s).",
            datos.fuente_codigo,
            type(error).__name__,
            error,
        )
        for codigo, cifra in datos.leidas.items():
            if cifra not in contrastadas:
                yield Contraste(
                    f"{codigo}_sin_calcular",
                    f"La cifra publicada en {cifra.ubicacion}, frente a sus partes.",
                    cifra,
                    None,
                    POR_QUE,
                )
