"""Lo que se muestra mientras nadie haya cargado los valores del IPT: qué falta y cómo se hace."""

import streamlit as st

from tablero.consultas import ipt
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import menu
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.indice_ipt import publicado
from tablero.interfaz.piezas import tarjeta
from tablero.rutas import PLANTILLAS

PLANTILLA = "ipt_valores.xlsx"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
QUE_FALTA = """\
**El índice no se puede calcular: ninguna fuente publica cuánto vale cada indicador en cada
municipio, y un puntaje sin valores sería una cifra inventada.**
Entregue a quien administra el tablero la plantilla llena, y dígale quién publica los valores, hasta
qué fecha valen y con qué licencia.
"""
"""Qué falta y a quién se le entrega, en dos renglones."""
COMO_SE_LLENA = """\
Una fila por municipio e indicador: código DIVIPOLA, número del indicador, edición (el año, por
ejemplo) y valor. Lo que no se tenga queda vacío: nunca un cero. Si quiere otra dirección, recorte o
regla de faltantes, use la hoja «Direcciones IPT»; si no, déjela vacía o bórrela.

Con los valores, esta página mostrará el mapa, la clasificación con sus intervalos, los pesos, lo
que aporta cada componente y la comparación con el orden publicado.
"""
DIRECCION = """\
**Más o menos.** «Más» quiere decir que un valor mayor es más prioridad; «menos», que lo es uno
menor. El documento no lo dice de cada indicador: donde un rasgo de los que pesan más lo sugiere, se
apoya en el documento; lo demás es un supuesto del tablero, que el libro puede cambiar.
"""


@decir_fallas
def dibujar(filtros: Filtros) -> None:
    """Qué falta, la plantilla y los indicadores con su dirección supuesta."""
    st.info(QUE_FALTA)
    st.download_button(
        "Descargar la plantilla de Excel",
        data=(PLANTILLAS / PLANTILLA).read_bytes,
        file_name=PLANTILLA,
        mime=MIME,
        icon=":material/download:",
        on_click="ignore",
    )
    st.markdown(COMO_SE_LLENA)
    supuestos = preguntar(ipt.supuestos)
    componentes = supuestos.datos["componente"].nunique()
    tarjeta.tabla(
        supuestos,
        f"Los {componentes} componentes y {len(supuestos.datos)} indicadores, y en qué dirección "
        "contarían",
        "ipt_supuestos",
        columnas=("orden", "componente", "indicador", "direccion", "apoyo", "razon"),
    )
    st.markdown(DIRECCION)
    st.caption(publicado.SIGLAS)
    menu.enlace(menu.MAPAS_IPT, "Ver en el mapa el orden, que sí se publica →", filtros)
