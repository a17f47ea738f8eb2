"""Los productos de la política: su tabla con filtros y los que van por encima de lo programado."""

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from tablero import formato, tema
from tablero.consultas import politica
from tablero.filas import Fila, filas_de
from tablero.interfaz import filtros
from tablero.interfaz.filtros.entidades import OTRO_NOMBRE, pedida
from tablero.interfaz.filtros.nombres_de_entidad import hallador
from tablero.interfaz.marco.conexion import preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import enlaces, tarjeta
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.tabla import etiqueta
from tablero.respuestas.vista import Vista

FILTROS = {
    "objetivo": "Objetivo",
    "estado": "Estado",
    "tipo": "Tipo de anualización",
    "sector": "Sector",
    "entidad": "Entidad",
}
ENCABEZADOS = {
    "Código": "",
    "Estado, producto y responsable": "l",
    "Peso": "n",
    "PAV": "n",
    "PAHV": "n",
    "PAA": "n",
    "Trayectoria": "n",
}
"""Título de cada columna y su clase: las que caben a 1366 píxeles."""
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
"""Columna → su rótulo en un teléfono."""
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
def con_filtros(vista: Vista) -> None:
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
            if pliegue.open:
                st.html(tabla(otros, url=tuple(vista.url.items())))


@decir_fallas
def sobre_ejecucion(vista: Vista) -> None:
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


def tabla(datos: pd.DataFrame, *, url: Url, hasta: int | None = None) -> str:
    """El HTML de los productos: cómo va cada uno, con forma y palabra, qué es y de quién.

    Cada código lleva a la hoja de su producto, con la política y el corte de `url`; `hasta` es
    cuántos se escriben.
    """
    encabezado = "".join(
        f'<th scope="col" class="{clase}">{titulo}</th>' for titulo, clase in ENCABEZADOS.items()
    )
    cuerpo = "".join(_fila(fila, url) for fila in filas_de(datos.head(hasta or len(datos))))
    return (
        '<div class="tb-caja" tabindex="0" role="region" aria-label="Productos de la política">'
        f'<table class="tb tb-apilable"><thead><tr>{encabezado}</tr></thead>'
        f"<tbody>{cuerpo}</tbody></table></div>"
    )


def tabla_sobre(datos: pd.DataFrame, *, url: Url) -> str:
    """El HTML de los que van por encima; en un teléfono, uno debajo de otro."""
    encabezado = "".join(
        f'<th scope="col" class="{clase}">{titulo}</th>'
        for titulo, clase in {"Código": "", "Producto": "l", "Sector": ""}.items()
    ) + "".join(f'<th scope="col" class="n">{titulo}</th>' for titulo in DE_SOBRE.values())
    cuerpo = "".join(_fila_sobre(fila, url) for fila in filas_de(datos))
    return (
        '<div class="tb-caja" tabindex="0" role="region" aria-label="Productos en sobreejecución">'
        f'<table class="tb tb-apilable"><thead><tr>{encabezado}</tr></thead>'
        f"<tbody>{cuerpo}</tbody></table></div>"
    )


def _fila_sobre(fila: Fila, url: Url) -> str:
    numeros = "".join(
        f'<td class="n" data-rotulo="{rotulo}">{formato.numero_justo(fila[columna])}</td>'
        if columna == VECES
        else _porcentaje(fila[columna], rotulo)
        for columna, rotulo in DE_SOBRE.items()
    )
    return (
        f"<tr><td><strong>{enlaces.producto(fila['producto_codigo'], url)}</strong></td>"
        f'<td class="l">{escape(formato.texto(fila["producto_nombre"]))}</td>'
        f'<td data-rotulo="Sector">{escape(formato.texto(fila["sector_nombre"]))}</td>'
        f"{numeros}</tr>"
    )


def _elegir(vista: Vista) -> dict[str, str | None]:
    """Los filtros, en una fila, y lo elegido en cada uno."""
    opciones = preguntar(politica.opciones, **vista.consulta).datos
    rotulos = {estado: f"{c.simbolo} {c.palabra}" for estado, c in tema.SEMAFORO.items()}
    rotulos[politica.FUERA_DE_LA_SUMA] = politica.FUERA_DE_LA_SUMA.capitalize()
    elegidos = {}
    lugares = zip(st.columns(len(FILTROS)), FILTROS.items(), strict=True)
    for columna, (nombre, titulo) in lugares:
        valores = list(opciones.loc[opciones["filtro"] == nombre, "opcion"])
        if nombre == OTRO_NOMBRE:
            pedida(hallador(valores), nombre)
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
    """«objetivo 2», «sobreejecución», «Suma», «sector Salud»."""
    if nombre == "estado":
        return tema.en_frase(valor)
    return valor if nombre == "tipo" else f"{nombre} {valor}"


def _titulo(cuantos: int, total: int, palabras: list[str]) -> str:
    if not palabras:
        return f"Los {total} productos, uno por uno"
    return f"{cuantos} de {total} productos: {', '.join(palabras)}"


def _alcance(vista: Vista, elegidos: Mapping[str, str | None]) -> list[str]:
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


def _fila(fila: Fila, url: Url) -> str:
    numeros = "".join(_porcentaje(fila[c], rotulo) for c, rotulo in PORCENTAJES.items())
    return (
        f"<tr><td><strong>{enlaces.producto(fila['producto_codigo'], url)}</strong></td>"
        f'<td class="l">{etiqueta(fila["semaforo"])} '
        f"{escape(formato.texto(fila['producto_nombre']))}"
        f'<span class="tb-sub">Indicador: {escape(formato.texto(fila["indicador_nombre"]))}</span>'
        f'<span class="tb-sub">{_de_quien(fila, url)}</span>{_por_que_no_suma(fila)}</td>'
        f"{numeros}</tr>"
    )


def _por_que_no_suma(fila: Fila) -> str:
    causa = fila["fuera_causa"]
    return f'<span class="tb-sub">Fuera de la suma: {escape(causa)}.</span>' if causa else ""


def _porcentaje(valor: float, rotulo: str) -> str:
    texto = formato.numero_justo(valor)
    if texto == formato.SIN_DATO:
        return f'<td class="n vacio" data-rotulo="{rotulo}">{texto}</td>'
    return f'<td class="n" data-rotulo="{rotulo}">{texto}\u00a0%</td>'


def _de_quien(fila: Fila, url: Url) -> str:
    """«Objetivo 2 · Suma · Sector: Salud · Entidad: Secretaría Distrital de Salud»."""
    entidad, tipo = fila["entidad"], fila["anualizacion_tipo"]
    responde = enlaces.entidad(entidad, url) if isinstance(entidad, str) else formato.SIN_DATO
    return (
        f"Objetivo {fila['objetivo_numero']} · "
        f"{escape(tipo) if isinstance(tipo, str) else f'Tipo: {formato.SIN_DATO}'} · "
        f"Sector: {escape(formato.texto(fila['sector_nombre']))} · Entidad: {responde}"
    )
