"""Cómo se calculó el IPT: la edición, la comparación, las categorías y el diagnóstico."""

from collections.abc import Mapping

import streamlit as st

from tablero import formato
from tablero.consultas import ipt
from tablero.consultas.base import Resultado
from tablero.graficos.ipt import orden as graficos
from tablero.graficos.ipt import puntaje
from tablero.graficos.mapas.clases import METODOS
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.indice_ipt.mirado import IndiceMirado
from tablero.interfaz.piezas import dibujo, plegada, tarjeta
from tablero.modelo.ipt import Metodo

EDICION, METODO = "edicion", "metodo"
DE_EDICION = "Edición de los valores"
COMO: Mapping[Metodo, str] = {
    "natural": "naturales",
    "cuantiles": "por cuantiles",
    "intervalos": "por intervalos iguales",
}
QUE_HACEN: Mapping[Metodo, str] = {
    "natural": "Los cortes van donde los puntajes se separan por sí solos.",
    "cuantiles": "Cada categoría lleva la quinta parte de los municipios.",
    "intervalos": "El puntaje se parte de 20 en 20.",
}
COLUMNAS_COMPARACION = (
    *("orden_publicado", "municipio_nombre", "departamento_nombre", "lugar_calculado"),
    *("cambio_puestos", "orden_calculado", "puntaje", "categoria_natural", "motivo"),
)


def elegir_edicion(cargadas: Resultado) -> str:
    """La edición que pide la URL; con más de una, la lista para elegirla."""
    nombres = [str(edicion) for edicion in cargadas.datos["edicion"]]
    if len(nombres) > 1:
        return filtros.elegir_una(EDICION, DE_EDICION, {n: n for n in nombres})
    return filtros.la_unica(EDICION, DE_EDICION, nombres[0])


def se_calcula(cargadas: Resultado, edicion: str) -> bool:
    """Si algún municipio tiene puntaje en esa edición."""
    con = cargadas.datos.set_index("edicion")["municipios_con_puntaje"]
    return bool(con[edicion])


@decir_fallas
def sin_puntaje(edicion: str, elegidos: Filtros) -> None:
    """Que esa edición no se puede calcular, y por qué."""
    decir.advertir(f"El índice de la edición {edicion} no se puede calcular.")
    diagnostico(IndiceMirado(edicion, elegidos))


def comparacion(vista: IndiceMirado) -> None:
    """El orden publicado de los priorizados contra el calculado."""
    resultado = vista.comparacion
    if resultado.datos["lugar_calculado"].isna().all():
        st.info("Ninguno de los municipios priorizados tiene puntaje en esta edición.")
        return
    dibujo.grafico(resultado, graficos.comparacion, "ipt_comparacion", con_boton=False)
    plegada.tabla(
        resultado,
        "Publicado y calculado, lado a lado",
        "ipt_comparacion",
        COLUMNAS_COMPARACION,
        vista,
        es_dibujo=True,
    )


def categorias(vista: IndiceMirado) -> None:
    """El reparto del puntaje con el método de corte que se elija, y sus tramos."""
    metodo = filtros.elegir_una(METODO, "Cómo se cortan", METODOS)
    st.markdown(QUE_HACEN[metodo])
    tramos = vista.categorias(metodo)
    if tramos.esta_vacio:
        st.info("Hay menos de cinco puntajes distintos, o demasiados empates, para cinco grupos.")
        return
    izquierda, derecha = st.columns([3, 2], gap="large")
    with izquierda:
        todos = vista.del_pais
        dibujo.grafico(
            todos,
            puntaje.reparto,
            "ipt_reparto",
            otros_filtros=(*vista.palabras, metodo),
            metodo=metodo,
            como=COMO[metodo],
        )
    with derecha:
        tarjeta.tabla(
            tramos,
            "Los cortes",
            "ipt_categorias",
            columnas=("categoria", "desde_puntaje", "hasta_puntaje", "municipios"),
            otros_filtros=(*vista.palabras, metodo),
        )


def diagnostico(vista: IndiceMirado) -> None:
    """Qué tan buen índice permiten los valores, y los ejes del análisis."""
    resultado = preguntar(ipt.diagnosticos, edicion=vista.edicion)
    reparos = int((resultado.datos["estado"] != "bien").sum())
    titulo = (
        f"{formato.contar(reparos, 'revisión pide', 'revisiones piden')} leer el índice con cuidado"
        if reparos
        else "Ninguna revisión encontró reparos"
    )
    tarjeta.tabla(
        resultado,
        titulo,
        "ipt_diagnostico",
        columnas=("diagnostico", "valor", "estado", "explicacion"),
        otros_filtros=vista.palabras,
    )
    ejes = preguntar(ipt.ejes, edicion=vista.edicion)
    if not ejes.esta_vacio:
        plegada.tabla(
            ejes,
            "Los ejes del análisis: autovalores y varianza explicada",
            "ipt_ejes",
            ("eje_numero", "autovalor", "varianza_pct", "varianza_acumulada_pct", "es_retenido"),
            vista,
        )
