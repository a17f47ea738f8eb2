"""La página de hallazgos cuando el corte no tiene libro: qué hace falta y qué sí hay."""

import streamlit as st

from tablero import formato
from tablero.consultas import conciliacion, politica
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir, menu
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas import conciliacion as contrastes
from tablero.modelo.documentos import documento as documento_de
from tablero.respuestas.vista import CORTE, PoliticaMirada


@decir_fallas
def dibujar(vista: PoliticaMirada, elegidos: Filtros) -> None:
    """Por qué no hay hallazgos, qué libro hace falta, y las conciliaciones del informe."""
    decir.informar(
        f"Del corte del {formato.fecha(vista.corte)} solo se publican los porcentajes: no hay "
        "celdas que revisar.\nHace falta el libro oficial de seguimiento (SISPP) de ese corte, en "
        ".xlsx o .xlsb: entréguelo a quien administra el tablero."
    )
    cortes = preguntar(politica.cortes, politica=vista.politica).datos
    for corte in cortes.loc[cortes["tiene_libro"], "corte_fecha"]:
        menu.enlace(
            menu.HALLAZGOS,
            f"Ver los hallazgos del libro del {formato.fecha(corte)} →",
            elegidos,
            {CORTE: corte.isoformat()},
        )
    _del_informe(vista, elegidos)


def _del_informe(vista: PoliticaMirada, elegidos: Filtros) -> None:
    """Lo que del informe ya se contrastó, si tiene contrastes."""
    fuente = preguntar(politica.corte, **vista.consulta).fila["fuente_codigo"]
    documento = documento_de(str(fuente))
    if preguntar(conciliacion.resumen, documento=documento).esta_vacio:
        return
    st.subheader("Lo que sí se pudo revisar: las cifras del informe", anchor=False)
    contrastes.resumen(documento)
    menu.enlace(
        menu.CONCILIACION,
        "Ver cada cifra del informe, publicada y calculada →",
        elegidos,
        {"documento": documento},
    )
