"""Los controles de una suposición: qué producto, y cuánto reportaría cada uno."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from tablero import formato
from tablero.consultas import historia
from tablero.interfaz import filtros
from tablero.interfaz.filtros.direccion import pedido_de_producto
from tablero.interfaz.filtros.supuestos import campo_de_supuesto, poner_supuesto, quitar_supuesto
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.conexion import preguntar, responder
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.piezas import enlaces, procedencia
from tablero.interfaz.piezas.enlaces import Url
from tablero.respuestas.suponer.producto import ProductoSupuesto, de_la_vista
from tablero.respuestas.vista import PoliticaMirada

CODIGO = "codigo"
ELIJA = "Elija un producto"
LETRAS = 70
"""Las que se leen de un nombre en la lista."""
SIN_PESO = "No se sabe cuánto pesa en la política: lo que se suponga de él no la mueve."


def dibujar(vista: PoliticaMirada, pedidos: Mapping[str, float]) -> None:
    """La lista de productos y, por cada supuesto y por el elegido, un renglón con su número."""
    productos = responder(de_la_vista, vista)
    pedido = pedido_de_producto(CODIGO)
    rotulos = {c: _rotulo(p) for c, p in productos.items() if not p.motivo or c == pedido}
    elegido = filtros.elegir(CODIGO, "Agregar un producto", list(rotulos), ELIJA, rotulos=rotulos)
    a_la_vista = dict.fromkeys([c for c in pedidos if c in rotulos])
    if elegido and productos[elegido].motivo:
        decir.informar(f"{elegido}: {productos[elegido].motivo}")
    elif elegido:
        a_la_vista[elegido] = None
    for codigo in a_la_vista:
        _renglon(productos[codigo], pedidos.get(codigo), tuple(vista.url.items()))
    if a_la_vista:
        procedencia.dibujar(preguntar(historia.productos, **vista.consulta), corta=True)


def _renglon(producto: ProductoSupuesto, valor: float | None, url: Url) -> None:
    """Qué producto es y qué se sabe de él, el número, y los botones."""
    codigo = producto.codigo
    with st.container(border=True, key=f"renglon_{codigo}"):
        que, cuanto = st.columns([3, 2], gap="large", vertical_alignment="center")
        que.html(
            f'<p class="tb-etiqueta">{enlaces.producto(codigo, url)} '
            f"{escape(producto.fila['producto_nombre'] or '')}</p>"
            f'<p class="tb-nota">{escape(_lo_que_se_sabe(producto))}</p>'
        )
        with cuanto:
            campo_de_supuesto(codigo, _etiqueta(producto), valor)
            with st.container(horizontal=True):
                _botones(producto, hay_valor=valor is not None)


def _botones(producto: ProductoSupuesto, *, hay_valor: bool) -> None:
    """El que supone lo programado, si se sabe, y el que quita lo supuesto."""
    codigo, al_dia = producto.codigo, producto.al_dia
    if al_dia is not None and not producto.ya_paso:
        st.button(
            llano(f"Lo programado: {_escribir(producto, al_dia)}"),
            key=f"al_dia_{codigo}",
            on_click=poner_supuesto,
            args=(codigo, al_dia),
        )
    if hay_valor:
        st.button("Quitar", key=f"quitar_{codigo}", on_click=quitar_supuesto, args=(codigo,))


def _rotulo(producto: ProductoSupuesto) -> str:
    nombre = producto.fila["producto_nombre"] or formato.SIN_DATO
    corto = nombre if len(nombre) <= LETRAS else f"{nombre[:LETRAS].rstrip()}…"
    return f"{producto.codigo} {corto}"


def _etiqueta(producto: ProductoSupuesto) -> str:
    if producto.indicador is None:
        return "PAA que reportaría, en %"
    es_suma = producto.indicador.anualizacion_tipo == "Suma"
    que = "lo hecho en el período" if es_suma else "el nivel que alcanza"
    return f"{(producto.periodo_texto or '').capitalize()}: {que}"


def _lo_que_se_sabe(producto: ProductoSupuesto) -> str:
    """Qué mide, cuándo le toca, lo último que reportó y cuánto debía llevar."""
    fila = producto.fila
    partes = [f"Indicador: {(fila['indicador_nombre'] or formato.SIN_DATO).rstrip('.')}."]
    if fila["fuera_causa"]:
        partes.append(f"En el corte queda fuera de la suma: {fila['fuera_causa']}.")
    if fila["ponderacion_pct"] is None:
        partes.append(SIN_PESO)
    if producto.indicador is None:
        partes.append(_en_porcentajes(fila["paa_pct"], fila["trayectoria_pct"]))
        return " ".join(partes)
    ultimo = producto.ultimo
    partes.append(
        f"Tipo {fila['anualizacion_tipo']}; su próximo reporte es el del {producto.periodo_texto}."
    )
    partes.append(
        f"El último fue {formato.numero_justo(ultimo[1])}, en el {ultimo[0].dicho}."
        if ultimo
        else "No ha reportado."
    )
    if producto.al_dia is None:
        partes.append(
            "No se sabe cuánto debía llevar: falta o no se lee una meta o un reporte anterior."
        )
    elif producto.ya_paso:
        partes.append("Ya pasó lo programado hasta entonces.")
    else:
        partes.append(f"Con {_escribir(producto, producto.al_dia)} iría justo a tiempo (100 %).")
    return " ".join(partes)


def _en_porcentajes(paa: float | None, trayectoria: float | None) -> str:
    lleva = (
        "No se publica cuánto lleva de su meta final (PAA)"
        if paa is None
        else f"Lleva {formato.porcentaje(paa)} de su meta final (PAA)"
    )
    if trayectoria is None:
        return (
            f"{lleva}; cuánto debía llevar no se publica ni se puede deducir: no tendría color, y "
            "seguiría fuera de la suma; lo que se suponga no la mueve."
        )
    return f"{lleva} y debía llevar {formato.porcentaje(trayectoria)}."


def _escribir(producto: ProductoSupuesto, valor: float) -> str:
    texto = formato.numero_justo(valor)
    return f"{texto}\u00a0%" if producto.indicador is None else texto
