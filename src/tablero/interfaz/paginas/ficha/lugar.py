"""La ficha territorial de un lugar: cómo se llega a ella, su hoja, sus enlaces y sus archivos."""

import streamlit as st

from tablero.consultas import territorio
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.ficha import archivos, en_pared, guardada, hoja, llegar
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import procedencia
from tablero.respuestas.ficha.hoja import Clase

Lugar = tuple[Clase, str]


@decir_fallas
def dibujar(elegidos: Filtros) -> None:
    """La ficha del lugar de la URL o, si no hay ninguno, cómo llegar a una."""
    filtros.fijar_url()
    st.html(hoja.hoja_de_estilo())
    lugar = _lugar(elegidos)
    with st.container(key="ficha_controles"):
        llegar.buscar()
        if lugar is None:
            llegar.los_priorizados()
            archivos.las_de_los_priorizados()
            return
        suya = guardada.hoja_de(*lugar)
        if (grabadora := puesta()) is not None:
            en_pared.grabar(grabadora, suya)
        llegar.enlaces(suya)
        # Si está dañada se dice una vez, aquí: dentro del fragmento sería otra falla.
        limites = guardada.de_cartografia()
        archivos.de_la_ficha(suya)
    st.html(guardada.en_html(limites, *lugar))
    # Fuera de la hoja, que es la misma del PDF y se guarda: cuánto hace de cada corte es de hoy.
    procedencia.edades(suya.citadas)


def _lugar(elegidos: Filtros) -> Lugar | None:
    """El lugar que pide la URL; lo que no existe se dice."""
    if elegidos.municipio:
        return "municipio", elegidos.municipio
    if elegidos.departamento:
        departamentos = preguntar(territorio.departamentos).filas
        codigos = {f["departamento_nombre"]: f["departamento_codigo"] for f in departamentos}
        return "departamento", codigos[elegidos.departamento]
    pedido = filtros.leer_cluster()
    if pedido is None:
        return None
    numeros = llegar.clusteres()
    if pedido in numeros:
        return "cluster", pedido
    decir.advertir(
        f"El enlace pide el clúster «{citado(pedido)}», que no existe; son {len(numeros)}."
    )
    return None
