"""La línea de fuente: sin ella no se muestra ninguna cifra.

La de un archivo lleva el corte (`linea`); la de la pantalla (`con_edad`, `marcada`), además, cuánto
hace de él el día en que se mira y lo que ya se esperaba.
"""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from tablero import formato, reloj
from tablero.consultas.base import FuenteCitada, Resultado
from tablero.interfaz.piezas.marcado import Marcado, unir
from tablero.modelo.documentos import sigla
from tablero.respuestas.antiguedad import mirar

UBICACIONES_A_LA_VISTA = 3
FUENTES_A_LA_VISTA = 2

Edad = Callable[[FuenteCitada], str]
"""Lo que se agrega al corte de una fuente."""


class SinFuente(RuntimeError):
    """Una respuesta con datos y sin fuentes: no se puede mostrar."""


def linea(resultado: Resultado, *, corta: bool = False) -> str:
    """«Fuente: SDP, informe… (corte: …), Anexo 1 · publicado», como va en un archivo.

    `corta` nombra cada fuente por su sigla, para las tarjetas. `SinFuente` si hay datos y ninguna
    fuente.
    """
    return "".join(_partes(resultado, lambda _: "", corta=corta))


def con_edad(resultado: Resultado, *, corta: bool = False) -> str:
    """La misma, como se lee hoy: «(corte: …, hace 23 meses; se esperaba el corte de junio…)»."""
    return "".join(_partes(resultado, _edad(corta=corta), corta=corta))


def marcada(resultado: Resultado, *, corta: bool = False) -> Marcado:
    """La de hoy, en HTML: la edad va aparte, porque en el papel deja de ser cierta."""
    edad = _edad(corta=corta)

    def en_su_marca(fuente: FuenteCitada) -> Marcado:
        return unir(Marcado('<span class="tb-edad">'), edad(fuente), Marcado("</span>"))

    return unir(*_partes(resultado, en_su_marca, corta=corta))


def dibujar(resultado: Resultado, *, corta: bool = False) -> None:
    """Escribe la línea de fuente; la corta lleva la completa como ayuda.

    Con muchas fuentes también es corta: entera taparía lo que sustenta.
    """
    corta = corta or len(resultado.fuentes) > FUENTES_A_LA_VISTA
    ayuda = f' title="{escape(con_edad(resultado))}"' if corta else ""
    st.html(f'<p class="tb-fuente"{ayuda}>{marcada(resultado, corta=corta)}</p>')


def edades(fuentes: Sequence[FuenteCitada]) -> None:
    """Cuánto hace de cada corte, al pie de lo que dice sus fuentes de otro modo (una hoja)."""
    edad = _edad(corta=True)
    dichas = "; ".join(f"{sigla(f.fuente_codigo)}{edad(f)}" for f in fuentes)
    st.html(f'<p class="tb-fuente tb-edad">{escape(f"Sus datos: {dichas}.")}</p>')


def _edad(*, corta: bool) -> Edad:
    hoy = reloj.hoy()

    def decir(fuente: FuenteCitada) -> str:
        mirada = mirar(fuente, hoy)
        return f", {mirada.en_corto if corta else mirada.en_linea}"

    return decir


def _partes(resultado: Resultado, edad: Edad, *, corta: bool) -> list[str]:
    """La línea, por partes: lo que `edad` dice de cada fuente no se junta con lo demás."""
    if not resultado.fuentes:
        if resultado.esta_vacio:
            return ["Ninguna fuente lo publica."]
        raise SinFuente(resultado.pregunta)
    citar = _citar_corto if corta else _citar
    partes = ["Fuente: " if len(resultado.fuentes) == 1 else "Fuentes: "]
    for lugar, fuente in enumerate(resultado.fuentes):
        antes, despues = citar(fuente)
        partes += ["; " if lugar else "", antes, edad(fuente), despues]
    return [*partes, f" · {resultado.nivel}."]


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
