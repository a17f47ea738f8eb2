"""La línea de fuente, en palabras: sin ella no se muestra ninguna cifra.

La que va en un archivo lleva el corte (`linea`); quien la muestra le agrega la edad (`partes`).
"""

from collections.abc import Callable

from tablero import formato
from tablero.consultas.base import FuenteCitada, Resultado
from tablero.modelo.documentos import sigla

UBICACIONES_A_LA_VISTA = 3

Edad = Callable[[FuenteCitada], str]
"""Lo que se agrega al corte de una fuente."""


class SinFuente(RuntimeError):
    """Una respuesta con datos y sin fuentes: no se puede mostrar."""


def linea(resultado: Resultado, *, corta: bool = False) -> str:
    """«Fuente: SDP, informe… (corte: …), Anexo 1 · publicado», como va en un archivo.

    `corta` nombra cada fuente por su sigla, para las tarjetas. `SinFuente` si hay datos y ninguna
    fuente.
    """
    return "".join(partes(resultado, lambda _: "", corta=corta))


def partes(resultado: Resultado, edad: Edad, *, corta: bool) -> list[str]:
    """La línea, por partes: lo que `edad` dice de cada fuente no se junta con lo demás."""
    if not resultado.fuentes:
        if resultado.esta_vacio:
            return ["Ninguna fuente lo publica."]
        raise SinFuente(resultado.pregunta)
    citar = _citar_corto if corta else _citar
    dichas = ["Fuente: " if len(resultado.fuentes) == 1 else "Fuentes: "]
    for lugar, fuente in enumerate(resultado.fuentes):
        antes, despues = citar(fuente)
        dichas += ["; " if lugar else "", antes, edad(fuente), despues]
    return [*dichas, f" · {resultado.nivel}."]


def _citar(fuente: FuenteCitada) -> tuple[str, str]:
    """Lo que va antes y después de la edad de su corte."""
    return f"{fuente.entidad}, «{fuente.titulo}» (corte: {_corte(fuente)}", f"){_lugares(fuente)}"


def _citar_corto(fuente: FuenteCitada) -> tuple[str, str]:
    return f"{sigla(fuente.fuente_codigo)}, corte {_corte(fuente)}", _lugares(fuente)


def _corte(fuente: FuenteCitada) -> str:
    return formato.corte(fuente.corte_texto, fuente.corte_fecha)


def _lugares(fuente: FuenteCitada) -> str:
    """Los primeros lugares del documento y cuántos más hay."""
    vistos = fuente.ubicaciones[:UBICACIONES_A_LA_VISTA]
    otros = len(fuente.ubicaciones) - len(vistos)
    if not vistos:
        return ""
    return (
        ", "
        + "; ".join(vistos)
        + (f" y {formato.contar(otros, 'lugar más', 'lugares más')}" if otros else "")
    )
