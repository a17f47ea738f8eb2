"""La comparación de dos cortes: qué cambió, en qué estado quedó cada producto y qué pesó."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape

import streamlit as st

from tablero import formato
from tablero.consultas import historia
from tablero.interfaz.filtros.cortes import elegir_otro_corte
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar, responder
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.historia.cuadros import CLASE, Cuadros
from tablero.interfaz.paginas.semaforo import resumen
from tablero.interfaz.piezas.enlaces import Url
from tablero.modelo.fuera import por_partes
from tablero.respuestas.historia.cotejo import Cotejo, Lado, cotejar
from tablero.respuestas.vista import PoliticaMirada

UN_SOLO_CORTE = (
    "Esta política tiene un solo corte, el del {corte}: todavía no hay con qué compararlo.\n"
    "Entregue el libro oficial de seguimiento (SISPP) de otro corte a quien administra el tablero."
)
NO_DICE = "metas, líneas base, fechas ni reportes de cada trimestre"
SIN_LIBROS = (
    "De los dos cortes solo se publican porcentajes, sin {no_dice}: se comparan pesos, tipos, "
    "nombres, estados y avance; lo demás es «sin dato»."
)
DE_OTRA_CLASE = (
    "Los dos cortes no son de la misma clase: el del {con} tiene libro oficial y del {sin} solo se "
    "publican porcentajes, sin {no_dice}. Se comparan pesos, tipos, nombres, estados y avance; lo "
    "demás es «sin dato»."
)


def un_solo_corte(vista: PoliticaMirada) -> None:
    """Qué entregar, y a quién, para que haya con qué comparar."""
    decir.informar(UN_SOLO_CORTE.format(corte=formato.fecha(vista.corte)))


def efectos(vista: PoliticaMirada) -> None:
    """Lo que movió el avance de un corte al otro, y los productos que entran y salen."""
    _entre_cortes(vista, Cuadros.del_avance)


def estados(vista: PoliticaMirada) -> None:
    """De qué estado a qué estado pasó cada producto."""
    _entre_cortes(vista, Cuadros.estados)


def datos(vista: PoliticaMirada) -> None:
    """Los datos que cambiaron, uno por uno."""
    _entre_cortes(vista, Cuadros.cambios)


@st.fragment
@decir_fallas
def _entre_cortes(vista: PoliticaMirada, dibujar: Callable[[Cuadros], None]) -> None:
    """La lista del otro corte y esa parte de lo que cambió entre los dos."""
    titulo = st.container()
    antes, despues = _elegir(vista)
    cotejo = responder(cotejar, vista.politica, antes, despues)
    titulo.header(
        llano(f"Qué cambió del {formato.fecha(antes)} al {formato.fecha(despues)}"), anchor=False
    )
    _avisar(vista, cotejo)
    dibujar(
        Cuadros(
            cotejo,
            antes=_url(vista, antes),
            despues=_url(vista, despues),
            palabras=(vista.politica.replace("_", " "), f"contra el corte {antes.isoformat()}"),
        )
    )


def _elegir(vista: PoliticaMirada) -> tuple[date, date]:
    """Los dos cortes, del más antiguo al más nuevo; por omisión, el de la vista y el anterior."""
    previos = [c for c in vista.cortes if c < vista.corte]
    otros = [*previos, *(c for c in reversed(vista.cortes) if c > vista.corte)]
    elegido = elegir_otro_corte(
        "Comparar con el corte",
        {corte.isoformat(): formato.fecha(corte) for corte in otros},
        vista.corte.isoformat(),
        borra=(CLASE,),
    )
    antes, despues = sorted((date.fromisoformat(elegido), vista.corte))
    return antes, despues


def _url(vista: PoliticaMirada, corte: date) -> Url:
    """Lo que lleva a otra página con la misma política y ese corte."""
    return tuple(replace(vista, corte=corte).url.items())


def _avisar(vista: PoliticaMirada, cotejo: Cotejo) -> None:
    """Lo que no se puede comparar, pesos que no suman, lo que no suma y otro avance publicado."""
    lados = (cotejo.antes, cotejo.despues)
    con = [formato.fecha(lado.corte) for lado in lados if lado.tiene_libro]
    sin = [formato.fecha(lado.corte) for lado in lados if not lado.tiene_libro]
    if fuera := por_partes((f"al {formato.fecha(lado.corte)}", lado.fuera) for lado in lados):
        st.html(f'<div class="tb-dato"><p class="tb-etiqueta">{escape(fuera)}</p></div>')
    if sin:
        frase = DE_OTRA_CLASE if con else SIN_LIBROS
        decir.informar(frase.format(con="".join(con), sin="".join(sin), no_dice=NO_DICE))
    for lado in lados:
        if dicho := _pesos_que_no_suman(vista, lado):
            decir.advertir(f"Del {formato.fecha(lado.corte)}: {dicho} Eso también mueve el avance.")
        publicado = _publicado(vista, lado)
        if publicado not in (None, formato.porcentaje(lado.avance_pct)):
            st.caption(
                llano(
                    f"Del {formato.fecha(lado.corte)} el informe publica un avance de "
                    f"{publicado}; aquí se compara el calculado, "
                    f"{formato.porcentaje(lado.avance_pct)}."
                )
            )


def _pesos_que_no_suman(vista: PoliticaMirada, lado: Lado) -> str:
    """Lo que dice el hallazgo de las ponderaciones de ese corte; vacío si suman lo que deben."""
    hallados = resumen.pesos_que_no_suman(vista.politica, lado.corte)
    return " ".join(hallados.loc[hallados["producto_codigo"].isna(), "mensaje"])


def _publicado(vista: PoliticaMirada, lado: Lado) -> str | None:
    """El avance publicado de ese corte, como se lee; `None` si ninguno se publica."""
    datos = preguntar(historia.de_la_politica, politica=vista.politica).datos
    es_suyo = (datos["corte_fecha"] == lado.corte) & (datos["nivel"] == "publicado")
    avances = datos.loc[es_suyo, "avance_pct"].dropna()
    return None if avances.empty else formato.porcentaje(avances.iloc[0])
