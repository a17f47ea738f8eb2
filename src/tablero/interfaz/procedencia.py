"""La línea de fuente: sin ella no se muestra ninguna cifra."""

from html import escape

import streamlit as st

from tablero.consultas.base import FuenteCitada, Resultado

UBICACIONES_A_LA_VISTA = 3


class SinFuente(RuntimeError):
    """Una respuesta con datos y sin fuentes: no se puede mostrar."""


def linea(resultado: Resultado) -> str:
    """«Fuente: SDP, informe… (corte: …), Anexo 1 · publicado».

    `SinFuente` si hay datos y ninguna fuente.
    """
    if not resultado.fuentes:
        if resultado.esta_vacio:
            return "Ninguna fuente lo publica."
        raise SinFuente(resultado.pregunta)
    citas = "; ".join(_citar(fuente) for fuente in resultado.fuentes)
    palabra = "Fuente" if len(resultado.fuentes) == 1 else "Fuentes"
    return f"{palabra}: {citas} · {resultado.nivel}."


def dibujar(resultado: Resultado) -> None:
    """Escribe la línea de fuente."""
    st.html(f'<p class="tb-fuente">{escape(linea(resultado))}</p>')


def _citar(fuente: FuenteCitada) -> str:
    lugares = fuente.ubicaciones[:UBICACIONES_A_LA_VISTA]
    otros = len(fuente.ubicaciones) - len(lugares)
    donde = "; ".join(lugares) + (f" y {otros} lugares más" if otros else "")
    texto = f"{fuente.entidad}, «{fuente.titulo}» (corte: {fuente.corte_texto})"
    return f"{texto}, {donde}" if donde else texto
