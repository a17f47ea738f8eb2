"""Los compromisos: lo que cada entidad quedó de hacer, con los vencidos de primeros."""

from collections.abc import Sequence

import streamlit as st

from tablero import formato, reloj
from tablero.consultas import comite, historia
from tablero.interfaz import filtros
from tablero.interfaz.filtros import politica_y_corte
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.sesion import crear, escritura, ordenar
from tablero.interfaz.paginas.sesion.elegida import SIN_NINGUNA, Mirada
from tablero.interfaz.piezas import compromisos as piezas
from tablero.registro.sesiones import validar
from tablero.registro.sesiones.estado import ESTADOS, Compromiso, Sesion

ENTIDAD = "entidad"
SIN_PRODUCTO = "Ninguno"
VUELVEN = (
    "Los que se agreguen vuelven en cada sesión hasta que se cumplan o se retiren, y los vencidos "
    "van primero."
)


def seccion(mirada: Mirada) -> None:
    """Los de todas las sesiones: los abiertos vuelven hasta que se cumplen o se retiran."""
    if (sesion := mirada.sesion) is None:
        decir.informar(SIN_NINGUNA)
        return
    todos = mirada.actas.compromisos
    izquierda, derecha = st.columns([3, 2], gap="large")
    with izquierda:
        _lista(mirada, todos)
    if not mirada.se_escribe:
        return
    with derecha:
        with st.expander("Agregar un compromiso", expanded=True):
            _nuevo(sesion)
        if todos:
            with st.expander("Decir cómo va uno"):
                _estado(mirada.actas.abiertos() or todos, todos)


def _lista(mirada: Mirada, todos: Sequence[Compromiso]) -> None:
    st.subheader(llano(piezas.titulo(todos, reloj.hoy())), anchor=False)
    if not todos:
        st.html(f'<p class="tb-nota">{VUELVEN}</p>')
        return
    entidades = sorted({compromiso.entidad for compromiso in todos})
    elegida = filtros.elegir(ENTIDAD, "Entidad", entidades, "Todas")
    suyos = [c for c in todos if elegida in (None, c.entidad)]
    piezas.tabla(suyos, mirada.actas, reloj.hoy(), elegida or "")


def _nuevo(sesion: Sesion) -> None:
    vista = politica_y_corte.de_la_url()
    productos = {
        f["producto_codigo"]: f"{f['producto_codigo']}. {ordenar.en_corto(f['producto_nombre'])}"
        for f in preguntar(historia.productos, **vista.consulta).filas
    }
    entidades = [f["entidad"] for f in preguntar(comite.entidades).filas]
    with st.form(escritura.clave("compromiso"), border=False):
        que = st.text_input(
            "Qué se hará",
            max_chars=validar.LETRAS_DE_UN_TEXTO,
            key=escritura.clave("compromiso_que"),
        )
        entidad = st.selectbox(
            "Entidad que responde",
            entidades,
            index=None,
            placeholder="Elija una entidad",
            key=escritura.clave("compromiso_entidad"),
        )
        vence = crear.fecha("Vence", None, "compromiso")
        producto = st.selectbox(
            "Producto del que se trata",
            ["", *productos],
            format_func=lambda codigo: productos.get(codigo, SIN_PRODUCTO),
            key=escritura.clave("compromiso_producto"),
        )
        if st.form_submit_button("Agregar el compromiso"):
            escritura.hacer(
                lambda escritor: escritor.compromiso(
                    sesion, que, entidad or "", validar.fecha(vence), producto
                ),
                "Se agregó el compromiso.",
            )


def _estado(primero: Sequence[Compromiso], todos: Sequence[Compromiso]) -> None:
    en_orden = [*primero, *(c for c in todos if c not in primero)]
    por_codigo = {compromiso.codigo: compromiso for compromiso in en_orden}
    with st.form(escritura.clave("estado"), border=False):
        codigo = st.selectbox(
            "Compromiso",
            list(por_codigo),
            format_func=lambda c: ordenar.en_corto(por_codigo[c].que),
            key=escritura.clave("estado_cual"),
        )
        estado = st.selectbox(
            "Cómo está",
            [*ESTADOS[1:], ESTADOS[0]],
            format_func=formato.texto,
            key=escritura.clave("estado_como"),
        )
        evidencia = st.text_input(
            "Evidencia, o motivo del retiro",
            max_chars=validar.LETRAS_DE_UN_TEXTO,
            key=escritura.clave("estado_evidencia"),
        )
        if st.form_submit_button("Guardar cómo va"):
            escritura.hacer(
                lambda escritor: escritor.estado(por_codigo[codigo], estado, evidencia),
                f"El compromiso quedó {estado}.",
            )
