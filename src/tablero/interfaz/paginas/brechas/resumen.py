"""La página de las brechas: su resumen, su gráfico, su matriz y lo que la matriz no ve."""

from html import escape

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import brechas
from tablero.filas import Fila, filas_de
from tablero.graficos import brechas as graficos
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.mapa import coropleta
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas.brechas import matriz as brechas_matriz
from tablero.interfaz.piezas import copia, descarga, procedencia, tarjeta
from tablero.respuestas import brechas as frases

LECTURA = """\
**De dónde sale.** Ningún documento trae este cruce: el orden y los talleres son de la estrategia
territorial (EAT), y los centros y las transferencias, del plan de la CNIM. Sus cortes son distintos
(están en la línea de fuente): lo que pasó después de cada uno no está.

**No aparece, y sin dato.** «No aparece» es que la lista publicada no nombra al municipio: no prueba
que no haya nada. «Sin dato» es lo que falta de algo que sí nombra, como la fecha o las personas de
un centro. Una persona atendida puede contarse más de una vez.

**Brecha territorial.** Cada «no aparece», de tres posibles. Lo proyectado, lo desistido y el taller
de una subregión quedan a medias: no se cuentan como brecha territorial ni como algo con que el
municipio aparece.
"""


@decir_fallas
def decir_que_no_esta(filtros: Filtros) -> None:
    """Que ninguna lista nombra al territorio."""
    decir.informar(
        f"Ninguna lista nombra a {filtros.lugar}: ni la de municipios priorizados, ni la de "
        "centros, ni la de transferencias, ni la de talleres. Elija otro territorio, o «Todos»."
    )


@decir_fallas
def en_palabras(filtros: Filtros) -> None:
    """Lo que dice la matriz, y de dónde sale."""
    matriz = preguntar(brechas.matriz, **filtros.consulta)
    titulo = frases.titulo(matriz.filas, filtros.departamento)
    st.subheader(llano(titulo), anchor=False)
    st.html(copia.con_fuente(_resumen(matriz.filas), "brechas_resumen", titulo, matriz))
    procedencia.dibujar(matriz)
    descarga.botones(matriz, "brechas_resumen")


@decir_fallas
def mapa(filtros: Filtros) -> None:
    """El mapa de las brechas, con el orden encima."""
    coropleta.mapa_y_leyenda("brechas", "orden", filtros)


@decir_fallas
def listas(filtros: Filtros) -> None:
    """A cuántos priorizados nombra cada lista, y los talleres que ninguna sitúa.

    De ninguno o de uno no hay qué contar.
    """
    if _son_varios(preguntar(brechas.matriz, **filtros.consulta).filas):
        tarjeta.grafico(
            preguntar(brechas.conteos, **filtros.consulta),
            graficos.por_aspecto,
            "brechas_conteos",
            columnas=("aspecto", "estado", "municipios", "municipios_texto"),
            lugar=filtros.lugar if filtros.departamento else None,
        )
    otros_talleres()


@decir_fallas
def tabla(filtros: Filtros) -> None:
    """La matriz, con su CSV, y cómo se lee."""
    matriz = preguntar(brechas.matriz, **filtros.consulta)
    tarjeta.bloque(matriz, "Municipio por municipio", "brechas", brechas_matriz.tabla)
    st.markdown(LECTURA)


@decir_fallas
def otros_talleres() -> None:
    """Los talleres que la fuente no reparte por municipio: no tener uno nombrado no es no tener."""
    tarjeta.bloque(
        preguntar(brechas.otros_talleres),
        "Hubo talleres que la fuente no sitúa en un municipio",
        "brechas_otros_talleres",
        talleres,
    )


def talleres(datos: pd.DataFrame) -> str:
    """El HTML: en qué fase fueron, con cuántos clústeres y municipios, y la cita."""
    return "".join(
        f"<p>Además de los que nombra, la estrategia hizo otros talleres "
        f"{escape(fila['periodo_texto'])}, en su fase {fila['fase_numero']} "
        f"(«{escape(fila['fase_nombre'])}»{_estado(fila)}): "
        f"en los {formato.numero(fila['clusteres'])} clústeres, con los "
        f"{formato.numero(fila['municipios'])} municipios priorizados. La fuente lo dice así: "
        f"«{escape(fila['cita'])}». No dice en qué municipio fue cada uno, y por eso no cambian la "
        "matriz.</p>"
        for fila in filas_de(datos)
    )


def _estado(fila: Fila) -> str:
    """El estado de la fase con las palabras de la fuente, si lo dice."""
    dicho = formato.texto(fila["estado_texto"])
    return "" if dicho == formato.SIN_DATO else f", que según la fuente «{escape(dicho)}»"


def _resumen(filas: list[Fila]) -> str:
    """Los cuatro conteos, si hay varios municipios, y las frases."""
    franja = "".join(
        f'<div class="tb-dato"{copia.suya(escape(que), str(cuantos), escape(quienes))}>'
        f'<p class="tb-cifra">{cuantos}</p>'
        f'<p class="tb-nota"><strong>{escape(que)}</strong></p>'
        f'<p class="tb-nota">{escape(quienes)}</p></div>'
        for cuantos, que, quienes in frases.grupos(filas)
    )
    textos = "".join(f"<li>{escape(p)}</li>" for p in frases.parrafos(filas))
    lista = f'<ul class="tb-lista">{textos}</ul>'
    return f'<div class="tb-franja">{franja}</div>{lista}' if _son_varios(filas) else lista


def _son_varios(filas: list[Fila]) -> bool:
    """Si hay más de un priorizado: de uno solo no hay nada que contar."""
    return sum(bool(f["es_priorizado"]) for f in filas) > 1
