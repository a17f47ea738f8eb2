"""La sesión que no se hace, y la que después sí."""

import streamlit as st

from tablero.errores import ErrorTablero
from tablero.interfaz.paginas.sesion import campos, escritura
from tablero.registro.sesiones.escribir import Escritor
from tablero.registro.sesiones.estado import Sesion

SIGUE = "Nada de ella se pierde, y sus compromisos siguen contando."


def formulario(sesion: Sesion) -> None:
    """Pide por qué no se hace y que se confirme; de una cancelada, ofrece volver a citarla."""
    if sesion.cancelada:
        if st.button("Volver a citarla", key=f"citar_{sesion.codigo}"):
            escritura.hacer(
                lambda escritor: escritor.volver_a_citar(sesion.codigo),
                "La sesión se vuelve a citar.",
            )
        return
    with st.form(escritura.clave("cancelar"), border=False):
        motivo = campos.parrafo("Por qué no se hace", "", escritura.clave("motivo"))
        seguro = st.checkbox("Sí: esta sesión no se hace", key=escritura.clave("seguro"))
        st.html(f'<p class="tb-nota">{SIGUE}</p>')

        def cancelar(escritor: Escritor) -> None:
            if not seguro:
                raise ErrorTablero("No se canceló: marque que esta sesión no se hace.")
            escritor.cancelar(sesion.codigo, motivo)

        if st.form_submit_button("Cancelar la sesión"):
            escritura.hacer(cancelar, f"La sesión quedó cancelada. {SIGUE}")
