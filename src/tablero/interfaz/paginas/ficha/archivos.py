"""Lo que se lleva de una ficha: su PDF, y las de los priorizados en un ZIP."""

from functools import partial

import streamlit as st

from tablero import formato, letra
from tablero.exportar.impresas import ficha as pdf
from tablero.exportar.impresas.lote import NO_SE_HICIERON
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import base, con_este_tablero
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.ficha import en_zip, guardada
from tablero.respuestas.ficha.hoja import HojaDeLugar

IMPRIMIR = "Para imprimir esta hoja, use la orden de imprimir del navegador: sale en una página."
LA_PRIMERA_VEZ = "Se hacen al pedirlas: la primera vez tardan cerca de medio minuto."


@st.fragment
def de_la_ficha(hoja: HojaDeLugar) -> None:
    """El PDF de esta ficha y el ZIP de las de los priorizados; se hacen cuando alguien los pide."""
    archivo = pdf.nombre(hoja, es_simulado=base().es_simulado)
    with st.container(horizontal=True, vertical_alignment="center", key="ficha_archivos"):
        st.download_button(
            "Descargar el PDF",
            data=con_este_tablero(
                partial(guardada.en_pdf, guardada.de_cartografia(), hoja.clase, hoja.clave)
            ),
            file_name=archivo,
            mime="application/pdf",
            key=f"pdf_{hoja.clase}_{hoja.clave}",
            help=llano(archivo),
            on_click="ignore",
            icon=":material/picture_as_pdf:",
        )
        las_de_los_priorizados()
    if cambiados := letra.frase(pdf.cambios(hoja)):
        st.caption(llano(cambiados))
    st.caption(IMPRIMIR)


def las_de_los_priorizados() -> None:
    """El ZIP con la ficha de cada municipio priorizado, y cuáles no se pudieron hacer."""
    pais = guardada.pais()
    cuantas = len(pais.filas(pais.priorizados))
    st.download_button(
        llano(f"Las {cuantas} fichas de los priorizados (ZIP)"),
        data=con_este_tablero(partial(en_zip.en_zip, guardada.de_cartografia())),
        file_name=pdf.nombre_del_zip(pais),
        help=LA_PRIMERA_VEZ,
        mime="application/zip",
        key="zip_fichas",
        on_click="ignore",
        icon=":material/download:",
    )
    if fallas := en_zip.que_no_va(guardada.de_cartografia()):
        cuantas_no = formato.contar(len(fallas), "ficha", "fichas")
        decir.advertir(
            f"En el ZIP no va {cuantas_no} que no se pudo hacer, y las demás sí "
            f"({NO_SE_HICIERON} lo dice):\n" + "\n".join(fallas)
        )
