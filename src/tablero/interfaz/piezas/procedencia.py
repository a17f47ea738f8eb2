"""La línea de fuente: sin ella no se muestra ninguna cifra."""

from html import escape

import streamlit as st

from tablero import formato
from tablero.consultas.base import FuenteCitada, Resultado
from tablero.modelo.documentos import sigla

UBICACIONES_A_LA_VISTA = 3
FUENTES_A_LA_VISTA = 2


class SinFuente(RuntimeError):
    """Una respuesta con datos y sin fuentes: no se puede mostrar."""


def linea(resultado: Resultado, *, corta: bool = False) -> str:
    """«Fuente: SDP, informe… (corte: …), Anexo 1 · publicado».

    `corta` nombra cada fuente por su sigla, para las tarjetas. `SinFuente` si hay datos y ninguna
    fuente.
    """
    if not resultado.fuentes:
        if resultado.esta_vacio:
            return "Ninguna fuente lo publica."
        raise SinFuente(resultado.pregunta)
    citar = _citar_corto if corta else _citar
    citas = "; ".join(citar(fuente) for fuente in resultado.fuentes)
    palabra = "Fuente" if len(resultado.fuentes) == 1 else "Fuentes"
    return f"{palabra}: {citas} · {resultado.nivel}."


def dibujar(resultado: Resultado, *, corta: bool = False) -> None:
    """Escribe la línea de fuente; la corta lleva la completa como ayuda.

    Con muchas fuentes también es corta: entera taparía lo que sustenta.
    """
    corta = corta or len(resultado.fuentes) > FUENTES_A_LA_VISTA
    entera = escape(linea(resultado))
    if not corta:
        st.html(f'<p class="tb-fuente">{entera}</p>')
        return
    visible = escape(linea(resultado, corta=True))
    st.html(f'<p class="tb-fuente" title="{entera}">{visible}</p>')


def _citar(fuente: FuenteCitada) -> str:
    texto = f"{fuente.entidad}, «{fuente.titulo}» (corte: {_corte(fuente)})"
    return texto + _lugares(fuente)


def _citar_corto(fuente: FuenteCitada) -> str:
    return f"{sigla(fuente.fuente_codigo)}, corte {_corte(fuente)}{_lugares(fuente)}"


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
