"""Cómo se llega a una ficha: buscar un municipio, o elegirlo entre los priorizados."""

import streamlit as st

from tablero import formato
from tablero.consultas import eat
from tablero.interfaz import filtros
from tablero.interfaz.marco import decir, edicion_pedida
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.menu import FICHA
from tablero.interfaz.marco.sin_marcas import llano
from tablero.respuestas.ficha.hoja import Enlace, HojaDeLugar
from tablero.respuestas.ficha.pais import PAIS
from tablero.territorio.busqueda import Hallado
from tablero.texto import esta_vacio

RESULTADOS = 30
"""Los municipios que se listan de una búsqueda."""
ENLACES_POR_FILA = 4
AYUDA = "Nombre o código: cucuta, 54001, san jose…"
NADA = "Busque un municipio, o elija su departamento arriba; aquí están los priorizados."


def buscar() -> None:
    """El buscador y lo que halló, si no fue un solo municipio."""
    buscar = filtros.buscador_de_municipios()
    texto = filtros.buscador(
        "Buscar un municipio",
        AYUDA,
        lambda escrito: [h.municipio_codigo for h in buscar.hallar(escrito)],
    )
    if esta_vacio(texto):
        return
    hallados = buscar.hallar(texto)
    if not hallados and (parciales := buscar.parciales(texto)).claves:
        decir.advertir(f"«{citado(texto)}»: {parciales.aviso('municipio')}")
        hallados = parciales.claves
    elif hallados:
        cuantos = formato.contar(len(hallados), "municipio", "municipios")
        otros = f"; se muestran {RESULTADOS}" if len(hallados) > RESULTADOS else ""
        decir.frase(f"«{citado(texto)}»: {cuantos}{otros}.")
    else:
        hallados = buscar.parecidos(texto)
        propuesta = "¿Quiso decir alguno de estos?" if hallados else "No hay ninguno parecido."
        decir.advertir(
            f"Ningún municipio se llama «{citado(texto)}» ni tiene ese código. {propuesta}"
        )
    _en_columnas([_a_hallado(h) for h in hallados[:RESULTADOS]], "hallado")


def los_priorizados() -> None:
    """Los municipios priorizados y los clústeres, como enlaces."""
    st.info(NADA)
    priorizados = preguntar(eat.priorizados, **PAIS).filas
    st.subheader(llano(f"Los {len(priorizados)} municipios priorizados"), anchor=False)
    _en_columnas(
        [
            Enlace(
                "municipio",
                f["municipio_codigo"],
                f"{f['orden']}. {f['municipio_nombre']} ({f['departamento_nombre']})",
            )
            for f in priorizados
        ],
        "priorizado",
    )
    st.subheader("Los clústeres", anchor=False)
    _en_columnas([Enlace("cluster", n, f"Clúster {n}") for n in clusteres()], "cluster")


def enlaces(hoja: HojaDeLugar) -> None:
    """Las fichas vecinas: su departamento, su clúster y sus compañeros."""
    with st.container(horizontal=True, key="ficha_enlaces"):
        for enlace in hoja.enlaces:
            _enlace(enlace)


def clusteres() -> list[str]:
    """Los números de los clústeres, en orden."""
    numeros = {f["cluster_numero"] for f in preguntar(eat.clusteres_municipios, **PAIS).filas}
    return [str(n) for n in sorted(numeros)]


def _en_columnas(enlaces: list[Enlace], clave: str) -> None:
    """Los enlaces en columnas, que se leen de arriba abajo."""
    if not enlaces:
        return
    alto = -(-len(enlaces) // ENLACES_POR_FILA)
    with st.container(key=f"lista_{clave}"):
        for numero, columna in enumerate(st.columns(ENLACES_POR_FILA)):
            with columna:
                for enlace in enlaces[numero * alto : (numero + 1) * alto]:
                    _enlace(enlace)


def _enlace(enlace: Enlace) -> None:
    # El departamento va en la URL por su nombre, como en las demás páginas.
    valor = enlace.etiqueta if enlace.clase == "departamento" else enlace.clave
    parametros = {str(enlace.clase): valor}
    otros = edicion_pedida.de_la_url()
    st.page_link(FICHA.archivo, label=llano(enlace.etiqueta), query_params={**parametros, **otros})


def _a_hallado(hallado: Hallado) -> Enlace:
    etiqueta = f"{hallado.municipio_nombre} ({hallado.departamento_nombre})"
    return Enlace("municipio", hallado.municipio_codigo, etiqueta)
