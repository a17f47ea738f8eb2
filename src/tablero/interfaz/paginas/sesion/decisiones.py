"""Lo que se decidió y lo que se anotó, pantalla por pantalla."""

import streamlit as st

from tablero import formato
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.sesion import campos, escritura, ordenar
from tablero.interfaz.paginas.sesion.elegida import SIN_NINGUNA, Mirada
from tablero.interfaz.piezas.marcado import debajo, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.registro.sesiones.estado import Pantalla, Sesion

Renglon = tuple[int, Pantalla]
SIN_DECIDIR = "sin decisión"
SIN_PANTALLAS = "Esta sesión no tiene pantallas: las decisiones y las notas son de cada una."


def seccion(mirada: Mirada) -> None:
    """Cada pantalla con lo que se pidió, lo que se decidió y lo que se anotó."""
    if (sesion := mirada.sesion) is None:
        decir.informar(SIN_NINGUNA)
        return
    if not sesion.pantallas:
        decir.informar(SIN_PANTALLAS)
        return
    izquierda, derecha = st.columns([3, 2], gap="large")
    with izquierda:
        hay = sum(bool(pantalla.decision) for pantalla in sesion.pantallas)
        todas = formato.contar(len(sesion.pantallas), "pantalla", "pantallas")
        st.subheader(llano(f"{formato.numero(hay)} de {todas} con decisión"), anchor=False)
        renglones = list(enumerate(sesion.pantallas, start=1))
        st.html(escribir("Decisiones", COLUMNAS, renglones, clase=APILABLE, fija=True))
    if mirada.se_escribe:
        with derecha, st.container(border=True):
            _formulario(sesion, ordenar.escoger("Pantalla de la que se decide", sesion.pantallas))


def _formulario(sesion: Sesion, pantalla: Pantalla) -> None:
    if pantalla.decision_pedida:
        decir.frase(pantalla.decision_pedida, fuerte="Se pide:")
    with st.form(escritura.clave(f"decision_{pantalla.codigo}"), border=False):
        decision = campos.parrafo(
            "Decisión", pantalla.decision, escritura.clave(f"decidida_{pantalla.codigo}"), alto=None
        )
        nota = campos.parrafo(
            "Nota", pantalla.nota, escritura.clave(f"anotada_{pantalla.codigo}"), alto=None
        )
        if st.form_submit_button("Guardar la decisión y la nota"):
            escritura.hacer(
                lambda escritor: escritor.decision(sesion.codigo, pantalla, decision, nota),
                "Se guardaron la decisión y la nota.",
            )


COLUMNAS = (
    Columna[Renglon]("N.º", lambda r: str(r[0]), "n"),
    Columna[Renglon](
        "Pantalla", lambda r: unir(r[1].titulo, debajo(r[1].decision_pedida)), "l", es_titulo=True
    ),
    Columna[Renglon](
        "Decisión",
        lambda r: unir(r[1].decision or SIN_DECIDIR, debajo(r[1].nota)),
        "l",
        rotulo="Decisión",
        nota="y la nota",
    ),
)
