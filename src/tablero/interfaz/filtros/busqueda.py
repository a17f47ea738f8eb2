"""Un campo de búsqueda cuyo texto vive en la URL: el enlace lleva a lo mismo que se halló."""

from collections.abc import Callable, Sequence

import streamlit as st

from tablero.interfaz.filtros.direccion import pedido
from tablero.interfaz.filtros.opciones import escribir
from tablero.interfaz.marco.sin_marcas import llano
from tablero.texto import limpiar


def buscar(
    nombre: str, etiqueta: str, ayuda: str, hallar: Callable[[str], Sequence[str]], destino: str
) -> str:
    """Dibuja el campo y devuelve lo escrito, que va en el parámetro `nombre`.

    `hallar` da los códigos que responden a un texto; uno solo se pone en el parámetro `destino`, y
    la búsqueda, que ya no hace falta, se quita.
    """
    clave = f"filtro_{nombre}"
    st.session_state[clave] = pedido(nombre) or ""

    def guardar() -> None:
        escrito = limpiar(str(st.session_state[clave]))
        codigos = hallar(escrito) if escrito else ()
        unico = len(codigos) == 1
        escribir(nombre, "" if unico else escrito, "")
        if unico:
            st.query_params[destino] = codigos[0]

    escrito = st.text_input(llano(etiqueta), key=clave, placeholder=ayuda, on_change=guardar)
    return limpiar(escrito)
