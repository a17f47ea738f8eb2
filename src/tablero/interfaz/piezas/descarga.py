"""Lo que se puede llevar de una tarjeta: una sola lista, la misma en todas.

Son enlaces a `servidor/llevar.py`: nada se prepara hasta que alguien lo pide, y la misma dirección
da lo mismo otro día.
"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from tablero.consultas.base import Resultado
from tablero.exportar import marca
from tablero.exportar.llevar.formatos import formatos_de
from tablero.exportar.llevar.llevada import Llevada
from tablero.interfaz import filtros
from tablero.interfaz.marco.conexion import base
from tablero.interfaz.marco.edicion_de_ahora import la_que_se_ve
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.pared import direccion, llevadas
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import anadir, lista_de_llevar
from tablero.respuestas.cosas.cosa import Cosa

SIN_SESION, CON_SESION = "Llevar", "Llevar o añadir"
"""Cómo se llama la lista, donde no se escribe y donde sí."""
DE_UNA_CIFRA = "Llevar esta cifra"
ICONO = ":material/download:"


def nombrar(archivo: str) -> str:
    """El nombre con que se guarda un archivo: con datos simulados, empieza por decirlo."""
    return marca.nombrar(archivo, es_simulado=base().es_simulado)


@st.fragment
def botones(
    resultado: Resultado,
    nombre: str,
    otros_filtros: Sequence[str] = (),
    *,
    es_dibujo: bool = False,
    tiene_areas: bool = False,
) -> None:
    """Un botón que abre la lista: archivos, enlace, cómo se cita y, donde se escribe, añadir.

    `otros_filtros` van en el nombre del archivo; `es_dibujo`, si también se lleva como imagen, y
    `tiene_areas`, si es un mapa que las pinta. Ni llevar ni añadir vuelven a dibujar la página.
    """
    if (grabadora := puesta()) is not None:
        grabadora.con_boton[nombre] = (*_territorio(resultado), *otros_filtros)
        return
    if not direccion.hay_vuelta():
        return
    escribe = anadir.se_puede()
    rotulo = CON_SESION if escribe else SIN_SESION
    with st.popover(llano(rotulo), icon=ICONO, key=f"llevar_{nombre}"):
        st.html(_lista(resultado, nombre, es_dibujo=es_dibujo, tiene_areas=tiene_areas))
        if escribe:
            anadir.en_su_lista(nombre)


def de_lo_escrito(nombre: str) -> None:
    """Lo mismo de una tarjeta que no sale de un documento: se lleva lo que dice en palabras."""
    botones(Resultado.del_tablero(nombre, pd.DataFrame()), nombre)


def de_una_cifra(resultado: Resultado, rotulo: str) -> None:
    """Lo mismo de una cifra suelta: un icono en su esquina y, donde se escribe, el de añadirla."""
    if puesta() is None and direccion.hay_vuelta() and not resultado.esta_vacio:
        _de_una_cifra(resultado, anadir.nombre_de_cifra(rotulo))


@st.fragment
def _de_una_cifra(resultado: Resultado, nombre: str) -> None:
    with st.container(horizontal=True, gap=None, key=f"de_cifra_{nombre}"):
        with st.popover(DE_UNA_CIFRA, icon=ICONO, type="tertiary", key=f"llevar_{nombre}"):
            st.html(_lista(resultado, nombre, es_dibujo=False, tiene_areas=False))
        pedida = anadir.se_puede() and anadir.boton(nombre, discreto=True)
    anadir.seguir(nombre, pedida=pedida)


def _lista(resultado: Resultado, nombre: str, *, es_dibujo: bool, tiene_areas: bool) -> str:
    """La lista de esa tarjeta, con los filtros con que se mira ahora."""
    de = llevadas.contexto(la_que_se_ve())
    # Para saber en qué formas se lleva no hace falta dibujar nada.
    cosa = Cosa(
        *(nombre, "", "", (), ""),
        datos=resultado,
        dibujo=dict if es_dibujo else None,
        geometria=bytes if tiene_areas else None,
    )
    pagina, pares = direccion.de_esta_vuelta()
    return lista_de_llevar.html(
        [(f.codigo, f.rotulo) for f in formatos_de(Llevada(cosa, (), de))],
        lista_de_llevar.Lugar(pagina, pares, nombre, de),
        es_dibujo=es_dibujo,
    )


def _territorio(resultado: Resultado) -> list[str]:
    """El territorio elegido en palabras, si la pregunta filtra por él: si no, no se nombra."""
    elegidos, pedidos = filtros.leer(), dict(resultado.parametros)
    ternas = (
        (filtros.DEPARTAMENTO, elegidos.departamento, elegidos.departamento),
        (filtros.MUNICIPIO, elegidos.municipio, elegidos.municipio_nombre),
    )
    return [
        palabra for nombre, valor, palabra in ternas if palabra and pedidos.get(nombre) == valor
    ]
