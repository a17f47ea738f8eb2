"""La página Por entidad: todas, o los productos de una con lo que debe hacer con cada uno."""

from functools import partial

import streamlit as st

from tablero import formato
from tablero.consultas import entidad as consultas
from tablero.consultas import politica as de_politica
from tablero.filas import Fila
from tablero.formato import SIN_DATO
from tablero.graficos.entidad import situaciones
from tablero.interfaz import filtros
from tablero.interfaz.filtros import Filtros, nombres_de_entidad
from tablero.interfaz.filtros.entidades import NOMBRE, OTRO_NOMBRE, pedida
from tablero.interfaz.marco import decir, menu
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.paginas.entidad import archivo, bloques, cifras, compromisos
from tablero.interfaz.piezas import enlaces, fuera, pestanas, tarjeta
from tablero.respuestas.entidad import hoja as hojas
from tablero.respuestas.entidad import palabras
from tablero.respuestas.entidad.hoja import HojaDeEntidad
from tablero.respuestas.vista import PoliticaMirada

TODAS = "Todas"
"""La opción de la lista que las muestra todas."""
SIN_ENTIDAD = f"Sin entidad en la fuente ({SIN_DATO})"
DEL_GRAFICO = ("entidad", "situacion", "productos")
COMO_SE_ESCRIBE = (
    "Cada entidad va con su nombre oficial y, debajo, el que le da la fuente, si es otro. Un "
    "nombre que el tablero no reconoce queda como está impreso, aunque se parezca a otro. Toque un "
    "nombre para ver sus productos y enviárselos."
)


@decir_fallas
def dibujar(vista: PoliticaMirada, elegidos: Filtros) -> None:
    """La entidad que pide la URL o, si no pide ninguna que exista, todas."""
    filtros.fijar_url()
    nombres = hojas.nombres(preguntar, politica=vista.politica, corte=vista.corte)
    escrita = pedida(nombres_de_entidad.hallador(nombres), NOMBRE, OTRO_NOMBRE)
    elegida = filtros.elegir(NOMBRE, "Entidad", nombres, TODAS, rotulos={SIN_DATO: SIN_ENTIDAD})
    if elegida is not None:
        _una(vista, elegida, elegidos)
        return
    if escrita not in ("", TODAS):
        _otros_caminos(vista, escrita, nombres, elegidos)
    _todas(vista)


def _otros_caminos(
    vista: PoliticaMirada, escrita: str, nombres: list[str], elegidos: Filtros
) -> None:
    """De una entidad que aquí no está: las de nombre parecido y las políticas donde sí está."""
    if parecidas := nombres_de_entidad.parecidas(escrita, nombres):
        url = tuple(vista.url.items())
        propuestas = [enlaces.entidad(nombre, url) for nombre in parecidas]
        st.html(f"<p>¿Quiso decir {' · '.join(propuestas)}?</p>")
    _en_otras_politicas(vista, escrita, elegidos)


def _todas(vista: PoliticaMirada) -> None:
    pestanas.dibujar(
        {
            "van": ("¿Cómo van?", _como_van),
            "pesan": ("¿Cuánto pesan en la brecha?", _cuanto_pesan),
        },
        vista,
    )


def _como_van(vista: PoliticaMirada) -> None:
    _sin_entidad(preguntar(consultas.entidades, **vista.consulta).filas)
    tarjeta.grafico(
        preguntar(consultas.situaciones, **vista.consulta),
        situaciones,
        "entidades_situaciones",
        columnas=DEL_GRAFICO,
        otros_filtros=vista.palabras,
    )


def _cuanto_pesan(vista: PoliticaMirada) -> None:
    fuera.dibujar(vista)
    tarjeta.bloque(
        preguntar(consultas.entidades, **vista.consulta),
        "Las entidades, de la que más le resta a la brecha de la política a la que más le suma",
        "entidades",
        bloques.entidades,
        otros_filtros=vista.palabras,
        url=tuple(vista.url.items()),
    )
    st.html(f'<p class="tb-nota">{COMO_SE_ESCRIBE}</p>')


def _sin_entidad(filas: list[Fila]) -> None:
    """Cuántos productos no dicen quién responde por ellos."""
    for sin in (f for f in filas if f["entidad"] is None):
        todos = formato.contar(sum(f["productos"] for f in filas), "producto", "productos")
        decir.informar(
            f"La fuente no dice qué entidad responde por {formato.numero(sin['productos'])} "
            f"de los {todos} ({palabras.situaciones(sin)}): van aparte, como «{SIN_DATO}», y lo de "
            "cada entidad es solo lo de los productos que la fuente le nombra."
        )


def _una(vista: PoliticaMirada, entidad: str, elegidos: Filtros) -> None:
    hoja = archivo.hoja_de(vista.politica, vista.nombre, vista.corte, entidad)
    otros = (entidad, *vista.palabras)
    archivo.dibujar(hoja, entidad)
    secciones = {
        "va": ("¿Cómo va?", partial(_como_va, otros)),
        "debe": ("¿Qué debe hacer?", partial(_que_debe, vista, otros)),
    }
    if not hoja.hallazgos.esta_vacio:
        secciones["revisar"] = ("¿Qué revisar?", partial(_que_revisar, vista, otros))
    pestanas.dibujar(secciones, hoja)
    compromisos.dibujar(entidad)
    _en_otras_politicas(vista, entidad, elegidos)


def _como_va(otros: tuple[str, ...], hoja: HojaDeEntidad) -> None:
    tarjeta.bloque(
        hoja.propia,
        hoja.titulo,
        "entidad_resumen",
        bloques.resumen,
        otros_filtros=otros,
        texto=hoja.resumen,
        impresa=palabras.de_su_nombre(hoja.propia.fila),
    )
    cifras.dibujar(hoja)


def _que_debe(vista: PoliticaMirada, otros: tuple[str, ...], hoja: HojaDeEntidad) -> None:
    tarjeta.bloque(
        hoja.productos,
        "Qué debe hacer con cada producto",
        "entidad_productos",
        bloques.productos,
        otros_filtros=otros,
        url=tuple(vista.url.items()),
    )
    st.html(f'<p class="tb-nota">{hoja.nota}</p>')


def _que_revisar(vista: PoliticaMirada, otros: tuple[str, ...], hoja: HojaDeEntidad) -> None:
    tarjeta.bloque(
        hoja.hallazgos,
        palabras.por_revisar(hoja.hallazgos.filas),
        "entidad_hallazgos",
        bloques.hallazgos,
        otros_filtros=otros,
        url=tuple(vista.url.items()),
    )


def _en_otras_politicas(vista: PoliticaMirada, entidad: str, elegidos: Filtros) -> None:
    """Un enlace por cada otra política donde esa entidad tiene productos."""
    filas = preguntar(consultas.en_politicas, entidad=entidad).filas
    otras = [f for f in filas if f["politica_codigo"] != vista.politica]
    if not otras:
        return
    nombres = {
        f["politica_codigo"]: f["politica_nombre"] for f in preguntar(de_politica.politicas).filas
    }
    st.subheader("Tiene productos en otras políticas", anchor=False)
    for fila in otras:
        cuantos = formato.contar(fila["productos"], "producto", "productos")
        cuantos += palabras.de_los_nombrados(fila)
        menu.enlace(
            menu.ENTIDAD,
            f"{nombres[fila['politica_codigo']]}: {cuantos} →",
            elegidos,
            {
                NOMBRE: fila["entidad"],
                "politica": fila["politica_codigo"],
                "corte": fila["corte_fecha"].isoformat(),
            },
        )
