"""Los productos de la política: su tabla con filtros y los que van por encima de lo programado."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from tablero import formato, tema
from tablero.consultas import politica
from tablero.filas import Fila, filas_de
from tablero.interfaz.filtros.en_fila import Filtro, elegir_en_fila
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import bloques, copia, enlaces, orden, tarjeta
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import Marcado, aparte, debajo, marcar, negrita, unir
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.respuestas.vista import PoliticaMirada

FILTROS = {
    "objetivo": "Objetivo",
    "estado": "Estado",
    "tipo": "Tipo de anualización",
    "sector": "Sector",
    "entidad": "Entidad",
}
DE_ALGUIEN = ("sector", "entidad")
"""Los filtros de lo que la fuente no dice de todos los productos."""
EN_PANTALLA = 60
"""Los que van a la vista; los demás, al pedirlos. El CSV los lleva todos."""
PORCENTAJES = {
    "ponderacion_pct": "Peso",
    "pav_pct": "PAV",
    "pahv_pct": "PAHV",
    "paa_pct": "PAA",
    "trayectoria_pct": "Trayectoria",
}
"""Columna → su título: con las otras, las que caben a 1366 píxeles."""
VECES = "veces_programado"
DE_SOBRE = {
    "pahv_pct": "PAHV",
    VECES: "Veces lo programado",
    "paa_pct": "PAA",
    "avance_contado_pct": "Lo que cuenta en la suma",
}
"""Columna → su título, en la tabla de los que van por encima de lo programado."""


@st.fragment
@decir_fallas
def con_filtros(vista: PoliticaMirada) -> None:
    """Los filtros y la tabla; cambiar un filtro vuelve a dibujar solo esta parte."""
    elegidos = _elegir(vista)
    respuesta = preguntar(politica.productos, **vista.consulta, **elegidos)
    total = int(preguntar(politica.semaforo, **vista.consulta).datos["productos"].sum())
    palabras = [_en_palabras(nombre, valor) for nombre, valor in elegidos.items() if valor]
    tarjeta.bloque(
        respuesta,
        _titulo(len(respuesta.datos), total, [*palabras, *_alcance(vista, elegidos)]),
        "productos",
        tabla,
        otros_filtros=[*vista.palabras, *palabras],
        url=tuple(vista.url.items()),
        hasta=EN_PANTALLA,
    )
    otros = respuesta.datos.iloc[EN_PANTALLA:]
    if not otros.empty:
        rotulo = f"Ver los otros {formato.contar(len(otros), 'producto', 'productos')}"
        with st.expander(llano(rotulo), key="otros_productos", on_change="rerun") as pliegue:
            if pliegue.open or puesta() is not None:
                html = tabla(otros, url=tuple(vista.url.items()), de=len(respuesta.datos))
                st.html(copia.con_fuente(html, "otros_productos", rotulo, respuesta))


@decir_fallas
def sobre_ejecucion(vista: PoliticaMirada) -> None:
    """Los productos en sobreejecución, en una tabla: sus valores no caben en una misma escala."""
    respuesta = preguntar(politica.sobre_ejecucion, **vista.consulta)
    if respuesta.esta_vacio:
        st.subheader("Ningún producto está en sobreejecución", anchor=False)
        return
    tarjeta.bloque(
        respuesta,
        _titulo_sobre(respuesta.datos),
        "sobre_ejecucion",
        tabla_sobre,
        url=tuple(vista.url.items()),
    )
    pide = "" if vista.tiene_libro else ": el informe pide revisar esas metas"
    st.html(
        '<p class="tb-nota">Lo programado es lo que el producto debía llevar hasta hoy, no su meta '
        f"final. Ir muy por encima no siempre es bueno{pide}. En la suma de la política un "
        "producto cuenta, a lo sumo, 100 % de su meta final.</p>"
    )


def tabla(datos: pd.DataFrame, *, url: Url, hasta: int | None = None, de: int = 0) -> str:
    """El HTML de los productos: cómo va cada uno, con forma y palabra, qué es y de quién.

    Cada código lleva a la hoja de su producto, con la política y el corte de `url`; `hasta` es
    cuántos se escriben, y `de`, de cuántos son una parte, si no son los primeros.
    """
    columnas: tuple[Columna[Fila], ...] = (
        Columna("Código", lambda f: _codigo(f, url)),
        Columna("Estado, producto y responsable", lambda f: _que_es(f, url), "l", orden=_estado),
        *(_de_porcentaje(columna, titulo) for columna, titulo in PORCENTAJES.items()),
    )
    filas = filas_de(datos.head(hasta or len(datos)))
    total = de or len(datos)
    return escribir("Productos de la política", columnas, filas, clase=APILABLE, de=total)


def tabla_sobre(datos: pd.DataFrame, *, url: Url) -> str:
    """El HTML de los que van por encima; en un teléfono, uno debajo de otro."""
    columnas: tuple[Columna[Fila], ...] = (
        Columna("Código", lambda f: _codigo(f, url)),
        Columna("Producto", lambda f: marcar(formato.texto(f["producto_nombre"])), "l"),
        Columna("Sector", lambda f: marcar(formato.texto(f["sector_nombre"])), rotulo="Sector"),
        *(
            Columna[Fila](
                titulo,
                lambda f: formato.numero_justo(f[VECES]),
                "n",
                titulo,
                orden=lambda f: f[VECES],
            )
            if columna == VECES
            else _de_porcentaje(columna, titulo)
            for columna, titulo in DE_SOBRE.items()
        ),
    )
    return escribir("Productos en sobreejecución", columnas, filas_de(datos), clase=APILABLE)


def _elegir(vista: PoliticaMirada) -> dict[str, str | None]:
    """Los filtros, en una fila, y lo elegido en cada uno."""
    opciones = preguntar(politica.opciones, **vista.consulta).datos
    rotulos = {estado: f"{c.simbolo} {c.palabra}" for estado, c in tema.SEMAFORO.items()}
    rotulos[politica.FUERA_DE_LA_SUMA] = politica.FUERA_DE_LA_SUMA.capitalize()
    return elegir_en_fila(
        {
            nombre: Filtro(
                titulo,
                list(opciones.loc[opciones["filtro"] == nombre, "opcion"]),
                rotulos if nombre == "estado" else None,
            )
            for nombre, titulo in FILTROS.items()
        }
    )


def _en_palabras(nombre: str, valor: str) -> str:
    """«objetivo 2», «sobreejecución», «Suma», «sector Salud»."""
    if nombre == "estado":
        return tema.en_frase(valor)
    return valor if nombre == "tipo" else f"{nombre} {valor}"


def _titulo(cuantos: int, total: int, palabras: list[str]) -> str:
    if not palabras:
        return f"Los {total} productos, uno por uno"
    return f"{cuantos} de {total} productos: {', '.join(palabras)}"


def _alcance(vista: PoliticaMirada, elegidos: Mapping[str, str | None]) -> list[str]:
    """«contando solo los que la fuente nombra», si se pide un sector o una entidad y no dice todos.

    Lo que no se dice no es de nadie: quien pide esos productos los ve todos.
    """
    opciones = preguntar(politica.opciones, **vista.consulta).datos
    sin_decir = set(opciones.loc[opciones["opcion"] == formato.SIN_DATO, "filtro"])
    pedidos = (nombre for nombre in DE_ALGUIEN if elegidos[nombre] not in (None, formato.SIN_DATO))
    return ["contando solo los que la fuente nombra"] if sin_decir & set(pedidos) else []


def _titulo_sobre(datos: pd.DataFrame) -> str:
    """«14 productos en sobreejecución: el 2.2.12 lleva 344 veces lo programado hasta hoy…»."""
    mayor = datos.iloc[0]
    return (
        f"{formato.contar(len(datos), 'producto', 'productos')} en sobreejecución: el "
        f"{mayor['producto_codigo']} lleva {formato.numero_justo(mayor['veces_programado'])} veces "
        f"lo programado hasta hoy ({formato.porcentaje(mayor['pahv_pct'], 0)})"
    )


def _codigo(fila: Fila, url: Url) -> Marcado:
    return negrita(enlaces.producto(fila["producto_codigo"], url))


def _de_porcentaje(columna: str, titulo: str) -> Columna[Fila]:
    return Columna(
        titulo,
        lambda f: bloques.con_unidad(f[columna], "%"),
        "n",
        titulo,
        orden=lambda f: f[columna],
    )


def _estado(fila: Fila) -> int | None:
    return orden.de_semaforo(fila["semaforo"])


def _que_es(fila: Fila, url: Url) -> Marcado:
    """Cómo va, qué es, de quién y, si no suma, por qué; lo demás está en su hoja.

    De quién es va a continuación del nombre: en otro renglón, veinte productos no caben en dos
    pantallas.
    """
    causa = fila["fuera_causa"]
    return unir(
        etiqueta(fila["semaforo"]),
        " ",
        formato.texto(fila["producto_nombre"]),
        " ",
        aparte(_de_quien(fila, url)),
        debajo(f"Fuera de la suma: {causa}." if causa else ""),
    )


def _de_quien(fila: Fila, url: Url) -> Marcado:
    """«Sector: Salud · Entidad: Secretaría Distrital de Salud»."""
    entidad, sector = fila["entidad"], formato.texto(fila["sector_nombre"])
    return unir(
        f"Sector: {sector} · Entidad: ",
        enlaces.entidad(entidad, url) if entidad else formato.SIN_DATO,
    )
