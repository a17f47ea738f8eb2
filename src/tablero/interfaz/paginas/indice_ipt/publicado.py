"""El Índice de Priorización Territorial: qué encontró y cómo se arma."""

from collections.abc import Callable

import streamlit as st

from tablero import formato
from tablero.consultas import eat, listas
from tablero.filas import Fila
from tablero.graficos import eat as graficos
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco import menu, que_hay
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import tarjeta


def _un_decimal(valor: float | None) -> str:
    return formato.porcentaje(valor, 1)


def _cerca_de(valor: float | None) -> str:
    return f"cerca de {formato.numero(valor)}"


def _alta(fila: Fila) -> str:
    return f"La fuente: «{fila['alta_cita']}»."


def _media(fila: Fila) -> str:
    return (
        f"Son el {_un_decimal(fila['media_o_mas_pct'])} de los municipios del país; según la "
        f"fuente, deberían incluir la migración en sus planes: «{fila['media_o_mas_cita']}»."
    )


def _frontera(fila: Fila) -> str:
    return f"La fuente da una cifra aproximada: «{fila['frontera_cita']}»."


def _bajo(fila: Fila) -> str:
    return (
        "Según la fuente, su índice es tan bajo que no necesitan incluir la migración en sus "
        f"estrategias: «{fila['bajo_cita']}»."
    )


Escritura = Callable[[float | None], str]
HALLAZGOS: tuple[tuple[str, str, Escritura, Callable[[Fila], str]], ...] = (
    ("Municipios con prioridad alta o muy alta", "alta_municipios", formato.numero, _alta),
    ("Con prioridad media, alta o muy alta", "media_o_mas_municipios", formato.numero, _media),
    ("Priorizados en la frontera o muy cerca", "frontera_municipios", _cerca_de, _frontera),
    ("Municipios que no lo necesitan, según el índice", "bajo_pct", _un_decimal, _bajo),
)


EXPLICACION = (
    "El índice junta varios indicadores. Cuánto pesa cada uno lo decide un **análisis de "
    "componentes principales**: un cálculo que mira qué indicadores se mueven juntos y da más peso "
    "a los que más distinguen a un municipio de otro. La fuente publica el orden de los "
    "municipios; **ni los pesos, ni los valores, ni el puntaje se publican: sin dato**."
)
SIGLAS = (
    "NNA: niñas, niños y adolescentes. IE: institución educativa. IES: institución de educación "
    "superior. PAE: Programa de Alimentación Escolar. Sisbén: registro de hogares para acceder a "
    "programas sociales."
)


@decir_fallas
def por_departamento(filtros: Filtros) -> None:
    """Cuántos municipios priorizados tiene cada departamento."""
    tarjeta.grafico(
        preguntar(eat.por_departamento),
        graficos.barras_departamentos,
        "priorizados_por_departamento",
        columnas=("departamento_nombre", "municipios", "municipios_texto"),
        departamento=filtros.departamento,
    )


@decir_fallas
def en_el_pais(_filtros: Filtros) -> None:
    """Lo que el índice encontró y la población que mira. Es de todo el país: el filtro no lo
    cambia."""
    _hallazgos()
    tarjeta.tabla(
        preguntar(eat.contexto),
        "El contexto: población migrante de Venezuela, en todo el país",
        "eat_contexto",
        columnas=("descripcion", "valor", "unidad"),
    )


def _hallazgos() -> None:
    """Una tarjeta por hallazgo, con su cita."""
    st.header("Qué encontró el índice en todo el país", anchor=False)
    resultado = preguntar(eat.hallazgos)
    for columna, (etiqueta, campo, escribir, nota) in zip(
        st.columns(len(HALLAZGOS)), HALLAZGOS, strict=True
    ):
        with columna:
            tarjeta.cifra(resultado, etiqueta, campo, escribir, nota=nota)


@decir_fallas
def como_se_arma(filtros: Filtros) -> None:
    """Los componentes, los indicadores, los rasgos que pesan más y qué falta para calcularlo."""
    st.header("Cómo se arma el índice", anchor=False)
    st.markdown(EXPLICACION)
    indicadores = preguntar(eat.indicadores)
    rasgos = preguntar(listas.enunciados, listas=("ipt_rasgos",))
    componentes = indicadores.datos["componente"].nunique()
    izquierda, derecha = st.columns([3, 2], gap="medium")
    with izquierda:
        tarjeta.tabla(
            indicadores,
            f"{componentes} componentes y {len(indicadores.datos)} indicadores",
            "ipt_indicadores",
            columnas=("componente", "indicador"),
        )
        st.caption(SIGLAS)
    with derecha:
        tarjeta.tabla(
            rasgos,
            f"Los {len(rasgos.datos)} rasgos de municipio que pesan más",
            "ipt_rasgos",
            columnas=("titulo",),
            encabezados=(("titulo", "Rasgo del municipio"),),
        )
    if not que_hay.hay(menu.INDICE_IPT.necesita):
        menu.enlace(menu.INDICE_IPT, "Calcular el índice: qué falta y quién lo entrega →", filtros)
