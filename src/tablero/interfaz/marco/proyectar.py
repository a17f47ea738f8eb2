"""«Proyectar»: el camino de toda página a la pared, con los filtros con que se mira."""

from urllib.parse import urlencode

import streamlit as st

from tablero.interfaz.filtros.opciones import DE_LAS_TABLAS
from tablero.interfaz.marco.edicion_pedida import EDICION, de_la_url
from tablero.interfaz.marco.menu import Pagina
from tablero.interfaz.pared import direccion
from tablero.interfaz.piezas.marcado import Marcado, marcar
from tablero.interfaz.servidor.carpeta import carpeta

DE = "de"
"""El parámetro de la sala que dice qué página se proyecta."""
NO_CUENTAN = (*DE_LAS_TABLAS, EDICION, direccion.TARJETA)


def enlace(pagina: Pagina) -> Marcado:
    """El enlace; al tocarlo, el navegador le pone lo que la dirección diga en ese momento
    (`guion/proyectar.js`), que una parte de la página puede haber cambiado.
    """
    pares = [par for par in st.query_params.items() if par[0] not in NO_CUENTAN]
    consulta = urlencode({DE: direccion.unir(pagina, pares), **de_la_url()})
    return Marcado(
        f'<a class="tb-proyectar" href="{marcar(carpeta())}/sala?{marcar(consulta)}" '
        'target="_self">Proyectar</a>'
    )
