"""Lo que se muestra mientras nadie haya cargado los valores del IPT: qué falta y cómo se hace."""

import streamlit as st

from tablero.consultas import eat, ipt
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
**El índice no se puede calcular: faltan los valores de sus indicadores.** El documento de la
Estrategia de Acompañamiento Territorial publica los 7 componentes, los 9 indicadores y el orden de
los municipios priorizados; no publica cuánto vale cada indicador en cada municipio, ni los pesos,
ni el puntaje. Aquí no se inventan: un puntaje sin valores sería una cifra sin fuente.
"""
COMO_SE_CARGAN = """\
1. Descargue la plantilla y escriba una fila por municipio e indicador: código DIVIPOLA, número del
   indicador, edición (el año, por ejemplo) y valor. Lo que no se tenga queda vacío: nunca un cero.
2. Si quiere otra dirección, recorte o regla de faltantes, use la hoja «Direcciones IPT»; si no,
   déjela vacía o bórrela.
3. Entregue el libro a quien administra el tablero y dígale quién publica los valores, hasta qué
   fecha valen y con qué licencia: los pasos para cargarlo están en la guía de actualización.

Entonces esta página mostrará el mapa, la clasificación con sus intervalos, los pesos, lo que aporta
cada componente y la comparación con el orden publicado.
"""
DIRECCION = """\
**Más o menos.** «Más» quiere decir que un valor mayor es más prioridad; «menos», que lo es uno
menor. El documento no lo dice de cada indicador: donde un rasgo de los que pesan más lo sugiere, se
apoya en el documento; lo demás es un supuesto del tablero, que el libro puede cambiar.
"""


@decir_fallas
def dibujar(filtros: Filtros) -> None:
    """Qué falta, la plantilla, los indicadores con su dirección supuesta y el orden publicado."""
    st.info(QUE_FALTA)
    st.subheader("Cómo cargar los valores", anchor=False)
    st.markdown(COMO_SE_CARGAN)
    st.download_button(
        "Descargar la plantilla de Excel",
        data=(PLANTILLAS / PLANTILLA).read_bytes,
        file_name=PLANTILLA,
        mime=MIME,
        icon=":material/download:",
        on_click="ignore",
    )
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
    orden = preguntar(eat.priorizados, **filtros.consulta)
    tarjeta.tabla(
        orden,
        f"Lo que sí se publica: el orden ({filtros.lugar})",
        "municipios_priorizados",
        columnas=("orden", "municipio_nombre", "departamento_nombre", "cluster_numero"),
    )
    menu.enlace(menu.MAPAS_IPT, "Ver los municipios priorizados en el mapa →", filtros)
