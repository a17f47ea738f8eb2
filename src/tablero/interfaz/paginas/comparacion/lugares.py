"""Municipios, departamentos o clústeres lado a lado, en la Ficha territorial."""

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from tablero.graficos import comparacion as graficos
from tablero.interfaz.filtros import Filtros, leer_cluster, territorio
from tablero.interfaz.filtros.comparados import COMPARAR, Hallar
from tablero.interfaz.filtros.direccion import pedido
from tablero.interfaz.marco.conexion import por_archivo
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.comparacion import vista
from tablero.interfaz.paginas.ficha import guardada, llegar
from tablero.interfaz.piezas import dibujo
from tablero.respuestas.comparacion.lado_a_lado import Comparacion
from tablero.respuestas.comparacion.lugares import comparar, personas
from tablero.respuestas.ficha.hoja import Clase

SON: dict[Clase, str] = {
    "municipio": "los municipios",
    "departamento": "los departamentos",
    "cluster": "los clústeres",
}
"""Clase → sus lugares. Sin ningún lugar en la dirección, se prueban en este orden."""

NO_APARECE = "«No aparece»: la lista de la fuente no lo nombra, y tampoco es cero."


@decir_fallas
def dibujar(elegidos: Filtros) -> None:
    """La lista «Comparar con» y, si hay con qué, los lugares lado a lado y sus personas atendidas.

    Se comparan los de la clase del que se mira.
    """
    clase, propia = _mirado(elegidos)
    claves = vista.elegir(SON[clase], _rotulos(clase), _hallador(clase), propia)
    if not claves:
        return
    comparacion = _comparar(clase, claves)
    with st.container(key="lado_a_lado"):
        vista.dibujar(
            comparacion,
            "comparacion_lugares",
            partial(_destino, clase=clase),
            comparacion.nombres,
            NO_APARECE,
        )
        atendidas = personas(comparacion)
        if not atendidas.esta_vacio:
            palabras = comparacion.nombres
            nombre = "comparacion_personas"
            dibujo.grafico(atendidas, graficos.lugares, nombre, otros_filtros=palabras)


def _mirado(elegidos: Filtros) -> tuple[Clase, str]:
    """La clase y la clave del lugar de la dirección; sin él, la clase de lo que se compara."""
    if elegidos.municipio:
        return "municipio", elegidos.municipio
    if elegidos.departamento:
        return "departamento", territorio.hallar_departamento(elegidos.departamento) or ""
    cluster = leer_cluster() or ""
    if cluster in llegar.clusteres():
        return "cluster", cluster
    primero = (pedido(COMPARAR) or "").partition(",")[0]
    return next((clase for clase in SON if _hallador(clase)(primero)), "municipio"), ""


def _hallador(clase: Clase) -> Hallar:
    if clase == "municipio":
        return territorio.hallar_municipio
    if clase == "departamento":
        return territorio.hallar_departamento
    return partial(territorio.hallar_cluster, numeros=llegar.clusteres())


@por_archivo
def _rotulos(clase: Clase) -> Mapping[str, str]:
    """Clave → cómo se lee, de todos los lugares de esa clase."""
    if clase == "cluster":
        return {n: f"Clúster {n}" for n in llegar.clusteres()}
    municipios = guardada.pais().municipios
    if clase == "departamento":
        return {m["departamento_codigo"]: m["departamento_nombre"] for m in municipios.values()}
    return {
        codigo: f"{m['municipio_nombre']} ({m['departamento_nombre']})"
        for codigo, m in municipios.items()
    }


@por_archivo
def _comparar(clase: Clase, claves: tuple[str, ...]) -> Comparacion:
    return comparar([guardada.hoja_de(clase, clave) for clave in claves])


def _destino(clave: str, *, clase: Clase) -> str:
    # El departamento va en la dirección por su nombre, como en las demás páginas.
    valor = _rotulos(clase)[clave] if clase == "departamento" else clave
    return f"ficha_territorial?{urlencode({str(clase): valor})}"
