"""El territorio elegido: el departamento y el municipio que lleva la URL."""

import re
from collections.abc import Collection
from dataclasses import dataclass

import streamlit as st

from tablero.consultas import ficha, territorio
from tablero.filas import Fila
from tablero.interfaz.filtros.comparados import olvidar
from tablero.interfaz.filtros.direccion import entender, pedido, reconocer
from tablero.interfaz.filtros.opciones import MUNICIPIO, TODOS, escribir
from tablero.interfaz.marco.conexion import por_archivo, preguntar
from tablero.interfaz.marco.decir import citado
from tablero.territorio.busqueda import CIFRAS_DE_CODIGO, Buscador
from tablero.texto import codigo as codigo_limpio
from tablero.texto import plano

DEPARTAMENTO = "departamento"
CLUSTER = "cluster"
NUMERO_DE_CLUSTER = re.compile(r"(?:cluster )?0*(\d{1,3})")


@dataclass(frozen=True)
class Filtros:
    """El territorio elegido; `None` es todo el país."""

    departamento: str | None = None
    municipio: str | None = None
    municipio_nombre: str | None = None

    @property
    def url(self) -> dict[str, str]:
        """Los parámetros que llevan el filtro a otra página."""
        pares = ((DEPARTAMENTO, self.departamento), (MUNICIPIO, self.municipio))
        return {nombre: valor for nombre, valor in pares if valor}

    @property
    def palabras(self) -> tuple[str, ...]:
        """El filtro en palabras, para el nombre de un archivo."""
        return tuple(v for v in (self.departamento, self.municipio_nombre) if v)

    @property
    def lugar(self) -> str:
        """Cómo se llama lo que se ve: «Cúcuta, Norte de Santander», «Arauca», «todo el país»."""
        if self.municipio_nombre:
            return f"{self.municipio_nombre}, {self.departamento}"
        return self.departamento or "todo el país"

    @property
    def consulta(self) -> dict[str, str | None]:
        """Los parámetros de una consulta de territorio."""
        return {DEPARTAMENTO: self.departamento, MUNICIPIO: self.municipio}


def leer() -> Filtros:
    """El filtro de la URL, que queda con sus valores verdaderos. Un municipio trae su departamento.

    Lo que no se entiende se ignora aquí, y la página lo dice (`desconocidos`).
    """
    departamento = _departamento()
    codigo = _municipio(departamento)
    if codigo is None:
        return Filtros(departamento)
    fila = preguntar(territorio.municipio, codigo=codigo).fila
    if st.query_params[MUNICIPIO] != codigo:
        st.query_params[MUNICIPIO] = codigo
    return Filtros(fila["departamento_nombre"], codigo, fila["municipio_nombre"])


def desconocidos() -> list[str]:
    """Los valores de la URL que no existen, para decirlo en la página."""
    filtros = leer()
    pares = ((DEPARTAMENTO, filtros.departamento), (MUNICIPIO, filtros.municipio))
    return [
        f"{nombre} «{citado(dicho)}»"
        for nombre, valor in pares
        if not valor and (dicho := pedido(nombre))
    ]


def contradicho() -> str:
    """Que el municipio que pide la URL no es del departamento que pide; vacío si no se contradice.

    Se muestra el municipio, que dice más.
    """
    filtros, departamento = leer(), _departamento()
    if not filtros.municipio or departamento in (None, filtros.departamento):
        return ""
    return (
        f"El enlace pide el departamento «{departamento}» y un municipio que no es de él: se "
        f"muestra {filtros.lugar}."
    )


def buscador_de_municipios() -> Buscador:
    """El que halla un municipio como lo escribe la gente."""
    return _buscador()


@por_archivo
def _buscador() -> Buscador:
    return Buscador(preguntar(ficha.indice).filas)


def hallar_municipio(dicho: str, departamento: str | None = None) -> str | None:
    """El código del municipio que se escribe: por su código, con o sin espacios, o su nombre."""
    cifras = re.sub(r"[\s.,-]", "", codigo_limpio(dicho))
    if cifras.isdecimal() and cifras.isascii():
        codigo = cifras.zfill(CIFRAS_DE_CODIGO)
        return None if preguntar(territorio.municipio, codigo=codigo).esta_vacio else codigo
    return buscador_de_municipios().por_nombre(dicho, departamento)


def hallar_departamento(dicho: str) -> str | None:
    """El código del departamento que se escribe: por su código o su nombre."""
    por_codigo = {f["departamento_codigo"]: f["departamento_nombre"] for f in _filas()}
    cifras = codigo_limpio(dicho)
    if cifras.isdecimal() and cifras.isascii():
        return cifras.zfill(2) if cifras.zfill(2) in por_codigo else None
    return reconocer(dicho, por_codigo, por_codigo)


def hallar_cluster(dicho: str, numeros: Collection[str]) -> str | None:
    """El número del clúster que se escribe: «7», «07», «Clúster 7»."""
    hallado = NUMERO_DE_CLUSTER.fullmatch(plano(dicho))
    return hallado[1] if hallado and hallado[1] in numeros else None


def elegir_territorio() -> Filtros:
    """Dibuja los dos controles de territorio y devuelve lo elegido."""
    filtros = leer()
    st.session_state["filtro_departamento"] = filtros.departamento or TODOS
    st.session_state["filtro_municipio"] = filtros.municipio or TODOS
    nombres = _municipios(filtros)
    izquierda, derecha = st.columns(2)
    izquierda.selectbox(
        "Departamento",
        [TODOS, *_departamentos()],
        key="filtro_departamento",
        on_change=_guardar_departamento,
    )
    derecha.selectbox(
        "Municipio",
        [TODOS, *nombres],
        key="filtro_municipio",
        format_func=lambda codigo: nombres.get(codigo, codigo),
        on_change=_guardar_municipio,
    )
    return filtros


def leer_cluster() -> str | None:
    """El clúster que pide la URL, exista o no; solo vale donde no se elige otro territorio."""
    dicho = pedido(CLUSTER)
    numero = NUMERO_DE_CLUSTER.fullmatch(plano(dicho or ""))
    return numero[1] if numero else dicho


def _guardar_departamento() -> None:
    st.query_params.pop(CLUSTER, None)
    olvidar()  # lo comparado eran municipios, o eran departamentos
    escribir(DEPARTAMENTO, st.session_state["filtro_departamento"], TODOS)
    escribir(MUNICIPIO, TODOS, TODOS)


def _guardar_municipio() -> None:
    st.query_params.pop(CLUSTER, None)
    elegido, era_departamento = st.session_state["filtro_municipio"], pedido(DEPARTAMENTO)
    if elegido == TODOS or (era_departamento and not pedido(MUNICIPIO)):
        olvidar()  # lo que se mira pasa de municipio a departamento, o al revés
    escribir(MUNICIPIO, elegido, TODOS)


def _departamento() -> str | None:
    """El departamento que pide la URL, por su nombre o su código."""
    datos = preguntar(territorio.departamentos).datos
    codigos = dict(zip(datos["departamento_nombre"], datos["departamento_codigo"], strict=True))
    return entender(DEPARTAMENTO, codigos, codigos)


def _municipio(departamento: str | None) -> str | None:
    """El código del municipio que pide la URL."""
    dicho = pedido(MUNICIPIO)
    if dicho is None:
        return None
    return hallar_municipio(dicho, departamento)


def _departamentos() -> list[str]:
    return [f["departamento_nombre"] for f in _filas()]


def _filas() -> list[Fila]:
    return preguntar(territorio.departamentos).filas


def _municipios(filtros: Filtros) -> dict[str, str]:
    """Código → nombre; sin departamento elegido, el nombre lleva el suyo."""
    datos = preguntar(territorio.municipios, departamento=filtros.departamento).datos
    pares = zip(
        datos["municipio_codigo"],
        datos["municipio_nombre"],
        datos["departamento_nombre"],
        strict=True,
    )
    return {
        codigo: nombre if filtros.departamento else f"{nombre} ({departamento})"
        for codigo, nombre, departamento in pares
    }
