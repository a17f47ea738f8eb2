"""La línea de fuente: sin ella no se muestra ninguna cifra.

La de un archivo lleva el corte (`linea`); la de la pantalla (`con_edad`, `marcada`), además, cuánto
hace de él el día en que se mira y lo que ya se esperaba.
"""

from collections.abc import Sequence
from html import escape

import streamlit as st

from tablero import reloj
from tablero.consultas.base import FuenteCitada, Resultado
from tablero.interfaz.piezas.marcado import Marcado, unir
from tablero.modelo.documentos import sigla
from tablero.respuestas.antiguedad import mirar
from tablero.respuestas.procedencia import Edad, SinFuente, linea, partes

__all__ = ["SinFuente", "con_edad", "dibujar", "edades", "linea", "marcada"]

FUENTES_A_LA_VISTA = 2


def con_edad(resultado: Resultado, *, corta: bool = False) -> str:
    """La misma, como se lee hoy: «(corte: …, hace 23 meses; se esperaba el corte de junio…)»."""
    return "".join(partes(resultado, _edad(corta=corta), corta=corta))


def marcada(resultado: Resultado, *, corta: bool = False) -> Marcado:
    """La de hoy, en HTML: la edad va aparte, porque en el papel deja de ser cierta."""
    edad = _edad(corta=corta)

    def en_su_marca(fuente: FuenteCitada) -> Marcado:
        return unir(Marcado('<span class="tb-edad">'), edad(fuente), Marcado("</span>"))

    return unir(*partes(resultado, en_su_marca, corta=corta))


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
