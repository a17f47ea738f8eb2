"""Lo que hay que revisar en el libro de un corte: cuánto hay de cada clase, y uno por uno."""

import pandas as pd
import streamlit as st

from tablero import formato
from tablero.consultas import hallazgos, seguimiento
from tablero.consultas.base import Resultado
from tablero.filas import Fila, filas_de
from tablero.graficos import hallazgos as graficos
from tablero.graficos.hallazgos import SEVERIDADES
from tablero.interfaz import filtros
from tablero.interfaz.filtros.en_fila import Filtro, elegir_en_fila
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.paginas.hallazgos import repetidos as hallazgos_repetidos
from tablero.interfaz.piezas import enlaces, orden, tarjeta
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.insignias import insignia
from tablero.interfaz.piezas.marcado import Marcado, debajo, negrita, unir
from tablero.interfaz.piezas.por_partes import elegir_parte, tramo
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.modelo.reglas import NOMBRES, Regla
from tablero.respuestas.vista import PoliticaMirada

TARJETAS = (
    ("error", "errores", "Lo que no se puede leer o contradice al libro: va primero."),
    ("advertencia", "advertencias", "Lo que puede ser cierto: se confirma con la entidad."),
    ("nota", "notas", "Para saberlo: no cambia las cifras."),
)
PARTE = "parte"
PLURALES = {"error": "Errores", "advertencia": "Advertencias", "nota": "Notas"}
FILTROS = {
    "severidad": "Severidad",
    "regla": "Qué se encontró",
    "entidad": "Entidad",
    "objetivo": "Objetivo",
    "producto": "Producto o resultado",
}
BORRA = {"objetivo": (PARTE, "producto")}
"""Filtro → los parámetros que dejan de tener sentido al cambiarlo, además de la parte."""
NADA = "Ninguna comprobación encontró algo que revisar en este libro."


def dibujar(vista: PoliticaMirada) -> None:
    """Cuánto hay de cada clase; si no hay nada que revisar, lo dice."""
    libro = preguntar(seguimiento.libro, **vista.consulta)
    lugares = zip(st.columns(len(TARJETAS)), TARJETAS, strict=True)
    for columna, (severidad, campo, nota) in lugares:
        with columna:
            rotulo = f"{SEVERIDADES[severidad].simbolo} {PLURALES[severidad]}"
            tarjeta.cifra(libro, rotulo, campo, formato.numero, nota=nota)
    resumen = _nombrar(preguntar(hallazgos.por_regla, **vista.consulta))
    if resumen.esta_vacio:
        st.info(NADA)
        return
    tarjeta.grafico(
        resumen,
        graficos.por_regla,
        "hallazgos_por_regla",
        columnas=("regla", "errores", "advertencias", "notas", "productos"),
        otros_filtros=vista.palabras,
    )


@st.fragment
def uno_por_uno(vista: PoliticaMirada) -> None:
    """Los filtros y la lista, por partes; cambiar un filtro vuelve a dibujar solo esto."""
    elegidos = _elegir(vista)
    respuesta = _nombrar(preguntar(hallazgos.lista, **vista.consulta, **elegidos))
    if respuesta.esta_vacio:
        st.info("Ningún hallazgo cumple esos filtros.")
        return
    palabras = [_en_palabras(nombre, valor) for nombre, valor in elegidos.items() if valor]
    # Con una regla o un producto elegido se ven uno por uno; si no, lo que se repite va una vez.
    juntar = elegidos["regla"] is None and elegidos["producto"] is None
    vistos = hallazgos_repetidos.juntar(respuesta.datos) if juntar else respuesta.datos
    parte = elegir_parte(PARTE, len(vistos), "Hallazgos a la vista")
    repetidos = hallazgos_repetidos.titulo(vistos) if juntar else ""
    tarjeta.bloque(
        respuesta,
        _titulo(len(respuesta.datos), palabras, repetidos),
        "hallazgos",
        tabla,
        otros_filtros=(*vista.palabras, *palabras),
        parte=parte,
        url=tuple(vista.url.items()),
        juntar=juntar,
    )


def tabla(datos: pd.DataFrame, *, url: Url, parte: int = 1, juntar: bool = False) -> str:
    """El HTML de los hallazgos; el código de un producto del libro lleva a su hoja.

    Con `juntar`, los que se repiten van en un renglón que lleva a verlos uno por uno.
    """
    if juntar:
        datos = hallazgos_repetidos.juntar(datos)
    columnas: tuple[Columna[Fila], ...] = (
        Columna("Severidad", lambda f: etiqueta(f["severidad"]), orden=gravedad),
        Columna("Producto", lambda f: _producto(f, url), orden=_codigo),
        Columna("Qué pasa", _que_pasa, "l", es_angosto=True),
        Columna("Qué hacer", lambda f: f["que_hacer"], rotulo="Qué hacer"),
        Columna("Dónde", lambda f: f["ubicacion"], rotulo="Dónde"),
    )
    filas, de = filas_de(tramo(datos, parte)), len(datos)
    return escribir("Hallazgos, uno por uno", columnas, filas, clase=APILABLE, de=de)


def etiqueta(severidad: str) -> Marcado:
    """La severidad con su color, su forma y su palabra."""
    como = SEVERIDADES[severidad]
    return insignia(severidad, como.simbolo, como.palabra)


def gravedad(fila: Fila) -> int | None:
    """El lugar de su severidad, de la más grave a la menos."""
    return orden.en_escala(fila["severidad"], list(SEVERIDADES))


def _nombrar(respuesta: Resultado) -> Resultado:
    """La respuesta, con cada regla por su nombre: así se lee también en el CSV."""
    reglas = respuesta.datos["regla"]
    return respuesta.con(respuesta.datos.assign(regla=reglas.map(NOMBRES)))


def _elegir(vista: PoliticaMirada) -> dict[str, str | None]:
    """Los filtros, en una fila, y lo elegido en cada uno."""
    objetivo = filtros.de_la_url("objetivo").get("objetivo")
    todas = preguntar(hallazgos.opciones, **vista.consulta, objetivo=objetivo).datos
    pedibles = {}
    for nombre, titulo in FILTROS.items():
        opciones = todas[todas["filtro"] == nombre]
        rotulos = {
            opcion: f"{_rotulo(nombre, opcion)} ({formato.numero(cuantos)})"
            for opcion, cuantos in zip(opciones["opcion"], opciones["hallazgos"], strict=True)
        }
        pedibles[nombre] = Filtro(titulo, list(rotulos), rotulos, BORRA.get(nombre, (PARTE,)))
    return elegir_en_fila(pedibles)


def _rotulo(nombre: str, opcion: str) -> str:
    """Cómo se lee una opción en la lista."""
    if nombre == "severidad":
        return f"{SEVERIDADES[opcion].simbolo} {SEVERIDADES[opcion].palabra}"
    return NOMBRES[opcion] if nombre == "regla" else opcion


def _en_palabras(nombre: str, valor: str) -> str:
    """«advertencia», «Meta sin reporte», «objetivo 2», «producto 2.2.6»."""
    if nombre == "regla":
        return NOMBRES[valor]
    return f"{nombre} {valor}" if nombre in {"objetivo", "producto"} else valor


def _titulo(cuantos: int, palabras: list[str], repetidos: str) -> str:
    if repetidos and not palabras:
        return repetidos
    contados = formato.contar(cuantos, "hallazgo", "hallazgos")
    return f"{contados}: {', '.join(palabras)}" if palabras else f"{contados}, uno por uno"


def _codigo(fila: Fila) -> str:
    """El código de su producto; lo de todo el libro, y lo que se repite en varios, no tiene uno."""
    return "" if fila.get("veces", 1) > 1 else fila["producto_codigo"] or ""


def _que_pasa(fila: Fila) -> Marcado:
    mensaje = fila["mensaje"]
    return unir(negrita(f"{fila['regla']}."), " ", mensaje[:1].upper(), mensaje[1:])


def _producto(fila: Fila, url: Url) -> str:
    """El código, su nombre y su entidad, con sus enlaces; «todo el libro» si no es de ninguno."""
    if fila.get("veces", 1) > 1:
        regla = Regla.de_nombre(fila["regla"]).value
        veces = f"{formato.numero(fila['veces'])} veces"
        return unir(negrita(veces), debajo(enlaces.hallazgos(regla, url)))
    codigo, entidad = fila["producto_codigo"], fila["entidad"]
    if not codigo:
        return "Todo el libro"
    return unir(
        negrita(enlaces.producto(codigo, url) if fila["tiene_hoja"] else codigo),
        debajo(fila["producto_nombre"] or ""),
        debajo(enlaces.entidad(entidad, url) if entidad else ""),
    )
