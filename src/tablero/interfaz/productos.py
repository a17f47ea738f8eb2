"""Los productos de la política: su tabla con filtros y los que pasan de largo su meta."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from tablero import formato, tema
from tablero.consultas import politica
from tablero.interfaz import columnas_politica, enlaces, filtros, tarjeta
from tablero.interfaz.conexion import preguntar
from tablero.interfaz.enlaces import Url
from tablero.interfaz.tabla_html import etiqueta
from tablero.interfaz.vista_politica import Vista

FILTROS = {
    "objetivo": "Objetivo",
    "estado": "Estado",
    "tipo": "Tipo de anualización",
    "sector": "Sector",
    "entidad": "Entidad",
}
ENCABEZADOS = {
    "Código": "",
    "Producto e indicador": "l",
    "Estado": "",
    "Objetivo": "n",
    "Peso": "n",
    "PAV": "n",
    "PAHV": "n",
    "PAA": "n",
    "Trayectoria": "n",
    "Tipo": "",
    "Sector y entidad": "",
}
"""Título de cada columna y su clase."""
EN_PANTALLA = 60
"""Los que van a la vista; los demás, al pedirlos. El CSV los lleva todos."""
PORCENTAJES = {
    "ponderacion_pct": "Peso",
    "pav_pct": "PAV",
    "pahv_pct": "PAHV",
    "paa_pct": "PAA",
    "trayectoria_pct": "Trayectoria",
}
"""Columna → su rótulo en un teléfono."""


@st.fragment
def con_filtros(vista: Vista) -> None:
    """Los filtros y la tabla; cambiar un filtro vuelve a dibujar solo esta parte."""
    elegidos = _elegir(vista)
    respuesta = preguntar(politica.productos, **vista.consulta, **elegidos)
    total = int(preguntar(politica.semaforo, **vista.consulta).datos["productos"].sum())
    palabras = [_en_palabras(nombre, valor) for nombre, valor in elegidos.items() if valor]
    tarjeta.bloque(
        respuesta,
        _titulo(len(respuesta.datos), total, palabras),
        "productos",
        tabla,
        otros_filtros=[*vista.palabras, *palabras],
        url=tuple(vista.url.items()),
        hasta=EN_PANTALLA,
    )
    otros = respuesta.datos.iloc[EN_PANTALLA:]
    if not otros.empty:
        rotulo = f"Ver los otros {formato.contar(len(otros), 'producto', 'productos')}"
        with st.expander(rotulo, key="otros_productos", on_change="rerun") as pliegue:
            if pliegue.open:
                st.html(tabla(otros, url=tuple(vista.url.items())))


def sobre_ejecucion(vista: Vista) -> None:
    """Los productos en sobre-ejecución, en una tabla: sus valores no caben en una misma escala."""
    respuesta = preguntar(politica.sobre_ejecucion, **vista.consulta)
    if respuesta.esta_vacio:
        st.subheader("Ningún producto pasa de largo su meta", anchor=False)
        return
    tarjeta.tabla(
        respuesta,
        _titulo_sobre(respuesta.datos),
        "sobre_ejecucion",
        columnas=columnas_politica.SOBRE_EJECUCION,
    )
    pide = "" if vista.tiene_libro else ": el informe pide revisar esas metas"
    st.html(
        f'<p class="tb-nota">Pasar de largo no siempre es bueno{pide}. En la suma de la política '
        "un producto cuenta, a lo sumo, 100 % de su meta final.</p>"
    )


def tabla(datos: pd.DataFrame, *, url: Url, hasta: int | None = None) -> str:
    """El HTML de los productos: nombre e indicador juntos, y el estado con forma y palabra.

    Cada código lleva a la hoja de su producto, con la política y el corte de `url`; `hasta` es
    cuántos se escriben.
    """
    encabezado = "".join(
        f'<th scope="col" class="{clase}">{titulo}</th>' for titulo, clase in ENCABEZADOS.items()
    )
    cuerpo = "".join(
        _fila(fila, url) for fila in datos.head(hasta or len(datos)).to_dict("records")
    )
    return (
        '<div class="tb-caja" tabindex="0" role="region" aria-label="Productos de la política">'
        f'<table class="tb tb-apilable"><thead><tr>{encabezado}</tr></thead>'
        f"<tbody>{cuerpo}</tbody></table></div>"
    )


def _elegir(vista: Vista) -> dict[str, str | None]:
    """Los filtros, en una fila, y lo elegido en cada uno."""
    opciones = preguntar(politica.opciones, **vista.consulta).datos
    rotulos = {estado: f"{c.simbolo} {c.palabra}" for estado, c in tema.SEMAFORO.items()}
    elegidos = {}
    lugares = zip(st.columns(len(FILTROS)), FILTROS.items(), strict=True)
    for columna, (nombre, titulo) in lugares:
        valores = list(opciones.loc[opciones["filtro"] == nombre, "opcion"])
        with columna:
            elegidos[nombre] = filtros.elegir(
                nombre,
                titulo,
                valores,
                "Todas" if nombre == "entidad" else filtros.TODOS,
                rotulos=rotulos if nombre == "estado" else None,
            )
    return elegidos


def _en_palabras(nombre: str, valor: str) -> str:
    """«objetivo 2», «sobre-ejecución», «Suma», «sector Salud»."""
    return valor if nombre in {"estado", "tipo"} else f"{nombre} {valor}"


def _titulo(cuantos: int, total: int, palabras: list[str]) -> str:
    if not palabras:
        return f"Los {total} productos, uno por uno"
    return f"{cuantos} de {total} productos: {', '.join(palabras)}"


def _titulo_sobre(datos: pd.DataFrame) -> str:
    """«14 productos pasan de largo su meta: el 2.2.12 llegó a 34.400 %, 344 veces…»."""
    mayor = datos.iloc[0]
    return (
        f"{formato.contar(len(datos), 'producto pasa', 'productos pasan')} de largo su meta: el "
        f"{mayor['producto_codigo']} llegó a {formato.porcentaje(mayor['pahv_pct'], 0)}, "
        f"{formato.numero_justo(mayor['veces_programado'])} veces lo programado"
    )


def _fila(fila: dict[Any, Any], url: Url) -> str:
    numeros = "".join(_porcentaje(fila[c], rotulo) for c, rotulo in PORCENTAJES.items())
    return (
        f"<tr><td><strong>{enlaces.producto(fila['producto_codigo'], url)}</strong></td>"
        f'<td class="l">{escape(fila["producto_nombre"] or formato.SIN_DATO)}'
        f'<span class="tb-sub">Indicador: {escape(fila["indicador_nombre"] or formato.SIN_DATO)}'
        "</span></td>"
        f"<td>{etiqueta(fila['semaforo'])}</td>"
        f'<td class="n" data-rotulo="Objetivo">{fila["objetivo_numero"]}</td>{numeros}'
        f'<td data-rotulo="Tipo">{escape(fila["anualizacion_tipo"] or formato.SIN_DATO)}</td>'
        f"{_responsable(fila['sector_nombre'], fila['entidad_nombre'], url)}</tr>"
    )


def _porcentaje(valor: float, rotulo: str) -> str:
    texto = formato.numero_justo(valor)
    if texto == formato.SIN_DATO:
        return f'<td class="n vacio" data-rotulo="{rotulo}">{texto}</td>'
    return f'<td class="n" data-rotulo="{rotulo}">{texto}\u00a0%</td>'


def _responsable(sector: object, entidad: object, url: Url) -> str:
    """El sector y, debajo, la entidad si la fuente la dice con otro nombre."""
    if not isinstance(entidad, str):
        texto = escape(sector) if isinstance(sector, str) else ""
        return f"<td>{texto}</td>" if texto else f'<td class="vacio">{formato.SIN_DATO}</td>'
    enlace = enlaces.entidad(entidad, url)
    if entidad == sector:
        return f"<td>{enlace}</td>"
    arriba = escape(sector) if isinstance(sector, str) else f"<em>sector {formato.SIN_DATO}</em>"
    return f'<td>{arriba}<span class="tb-sub">{enlace}</span></td>'
