"""Qué cambió de una edición del tablero a otra: los datos, antes y después."""

from collections.abc import Sequence
from urllib.parse import urlencode

from tablero import formato
from tablero.consultas.base import Base
from tablero.respuestas.cosas.compromisos import DEL_REGISTRO
from tablero.respuestas.cosas.cosa import Cifra, Cosa, tabla
from tablero.respuestas.ediciones import Cambio, comparar, decir

PAGINA = "ediciones"
VER, ANTES, DESPUES = "cambios", "antes", "despues"
"""Los parámetros de la pestaña que compara dos ediciones."""
FUENTE = "Fuente: las ediciones {antes} y {despues} de este tablero."
ESTABA, NO_ESTABA, ESTA, YA_NO_ESTA = "estaba", "no estaba", "está", "ya no está"


def direccion(antes: int, despues: int) -> str:
    """La de la página que compara esas dos ediciones."""
    return f"{PAGINA}?{urlencode({'ver': VER, ANTES: antes, DESPUES: despues})}"


def desde(antes: Base | None, despues: Base | None, *, numeros: tuple[int, int]) -> Cosa:
    """Lo que cambió entre esas dos ediciones; `numeros` son los suyos.

    `None` es la que ya no conserva su archivo: entonces lo dice. La misma edición no cambió.
    """
    uno, otro = numeros
    if uno == otro:
        return _sin_nada(numeros, f"Nada cambió: las dos sesiones muestran la edición {uno}")
    if antes is None or despues is None:
        return _sin_nada(numeros, _perdidas(antes, despues, numeros))
    cambios = sorted(comparar(antes, despues), key=_cifras_primero)
    if not cambios:
        return _sin_nada(numeros, f"De la edición {uno} a la {otro} no cambió ningún dato")
    cuantos = {que: sum(c.que == que for c in cambios) for que in ("cambió", "entró", "salió")}
    return Cosa(
        "cambios",
        f"De la edición {uno} a la {otro}: {_dichos(cuantos)}",
        FUENTE.format(antes=uno, despues=otro),
        (),
        direccion(uno, otro),
        cifras=(
            Cifra(formato.numero(cuantos["cambió"]), "datos con otro valor"),
            Cifra(formato.numero(cuantos["entró"]), "filas que entraron"),
            Cifra(formato.numero(cuantos["salió"]), "filas que salieron"),
        ),
        tabla=tabla(
            "Lo que cambió, primero las cifras",
            ("Dónde", "Dato", "Antes", "Ahora"),
            [_fila(c) for c in cambios],
        ),
    )


def sin_sesion_anterior() -> Cosa:
    """Cuando no hay con qué comparar."""
    return Cosa(
        "cambios",
        "No hay una sesión anterior con la que comparar",
        DEL_REGISTRO,
        (),
        f"{PAGINA}?{urlencode({'ver': VER})}",
        notas=("La primera sesión no tiene de dónde haber cambiado.",),
    )


def _perdidas(antes: Base | None, despues: Base | None, numeros: tuple[int, int]) -> str:
    bases = zip(numeros, (antes, despues), strict=True)
    cuales = [str(numero) for numero, base in bases if base is None]
    if len(cuales) == 1:
        return f"No se puede comparar: la edición {cuales[0]} ya no conserva su archivo"
    dichas = formato.enumerar(cuales)
    return f"No se puede comparar: las ediciones {dichas} ya no conservan su archivo"


def _sin_nada(numeros: tuple[int, int], mensaje: str) -> Cosa:
    antes, despues = numeros
    fuente = FUENTE.format(antes=antes, despues=despues)
    return Cosa(
        "cambios",
        mensaje,
        fuente if antes != despues else f"Fuente: la edición {antes} de este tablero.",
        (),
        direccion(antes, despues),
    )


def _dichos(cuantos: dict[str, int]) -> str:
    frases = {
        "cambió": ("dato cambió", "datos cambiaron"),
        "entró": ("fila entró", "filas entraron"),
        "salió": ("fila salió", "filas salieron"),
    }
    partes: Sequence[str] = [
        formato.contar(cuantos[que], *frases[que]) for que in frases if cuantos[que]
    ]
    return formato.enumerar(list(partes))


def _cifras_primero(cambio: Cambio) -> tuple[bool, bool]:
    """Las cifras que cambiaron; después, los textos y las filas que entraron o salieron."""
    return cambio.que != "cambió", not cambio.es_cifra


def _fila(cambio: Cambio) -> tuple[str, ...]:
    donde = f"{cambio.hoja} · {cambio.fila}".replace("_", " ")
    if cambio.que == "entró":
        return donde, "la fila", NO_ESTABA, ESTA
    if cambio.que == "salió":
        return donde, "la fila", ESTABA, YA_NO_ESTA
    return donde, cambio.titulo, decir(cambio.antes), decir(cambio.despues)
