"""Llegar a la hoja de un producto: buscarlo, elegirlo en la lista o pasar al que sigue."""

from datetime import date

import pandas as pd
import streamlit as st

from tablero import coincidencias, formato
from tablero.coincidencias import Halladas
from tablero.consultas import politica, producto
from tablero.consultas.base import Resultado
from tablero.filas import Fila, filas_de
from tablero.interfaz import filtros
from tablero.interfaz.filtros.busqueda import buscar
from tablero.interfaz.filtros.direccion import codigo_de_producto, pedido_de_producto
from tablero.interfaz.marco import decir, menu
from tablero.interfaz.marco.conexion import por_archivo, preguntar
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.piezas import bloques, enlaces, orden, tarjeta
from tablero.interfaz.piezas.enlaces import Url
from tablero.interfaz.piezas.insignias import etiqueta
from tablero.interfaz.piezas.marcado import Marcado, debajo, marcar, negrita, unir
from tablero.interfaz.piezas.por_partes import elegir_parte, tramo
from tablero.interfaz.piezas.tabla import APILABLE, Columna, escribir
from tablero.respuestas.producto import ProductoMirado, abrir
from tablero.respuestas.vista import CORTE, PoliticaMirada
from tablero.texto import plano

CODIGO, BUSCAR, PARTE = "codigo", "buscar", "parte"
SIN_FILTRO = dict.fromkeys(("objetivo", "estado", "tipo", "sector", "entidad"))
AYUDA = "Código o palabras: 2.2.6, xenofobia, salud…"
LETRAS = 3
"""Las que debe tener una palabra para buscarla."""
TEXTOS = ("producto_nombre", "indicador_nombre", "entidad", "entidad_nombre", "sector_nombre")


def de_la_url(vista: PoliticaMirada) -> ProductoMirado | None:
    """El producto que pide la URL; `None` si no pide ninguno o no está en el corte."""
    filtros.fijar_url()  # un enlace a la misma página no cambia la barra de direcciones
    pedido = pedido_de_producto(CODIGO)
    return abrir(preguntar, vista, pedido) if pedido else None


@decir_fallas
def buscar_uno(vista: PoliticaMirada) -> None:
    """El buscador y la lista; si se pidió uno que no está en el corte, lo dice."""
    pedido = pedido_de_producto(CODIGO)
    if pedido:
        _decir_que_no_esta(vista, pedido)
    _buscar(vista, _todos(vista), pedido)


def al_corte(rotulo: str, codigo: str, corte: date) -> None:
    """Un enlace al mismo producto en otro corte."""
    _enlace(rotulo, {CODIGO: codigo, CORTE: corte.isoformat()})


def hallar(planos: dict[str, set[str]], texto: str) -> Halladas[str]:
    """Los códigos que responden al texto, primero los que responden mejor.

    `planos` lleva por código las palabras de su producto, en minúsculas y sin tildes. «2.2» son los
    productos del resultado 2.2; «2.2.6», solo ese. De unas palabras, si ninguno las tiene todas,
    los que tienen más.
    """
    if (pedido := codigo_de_producto(texto)) is not None:
        suyos = tuple(c for c in planos if c == pedido or c.startswith(f"{pedido}."))
        return Halladas(suyos, 1, min(len(suyos), 1))
    return coincidencias.hallar(planos, texto, LETRAS)


def completos(planos: dict[str, set[str]], texto: str) -> tuple[str, ...]:
    """Los que responden a todo lo pedido: con uno solo se va a su hoja."""
    hallados = hallar(planos, texto)
    return hallados.claves if hallados.completas else ()


def tabla(
    datos: pd.DataFrame, *, codigos: tuple[str, ...], parte: int, url: Url, hallados: bool = False
) -> str:
    """El HTML de los productos de esos códigos, en ese orden; cada uno lleva a su hoja.

    De los `hallados` se dice también el indicador: la palabra que se buscó puede estar en él.
    """
    elegidos = datos.set_index("producto_codigo", drop=False).loc[list(codigos)]
    filas, de = filas_de(tramo(elegidos, parte)), len(elegidos)
    columnas = _columnas(url, con_indicador=hallados)
    return escribir("Productos de la política", columnas, filas, clase=APILABLE, de=de)


def _buscar(vista: PoliticaMirada, todos: Resultado, pedido: str) -> None:
    """El buscador y lo hallado; si no se escribe nada, lo que empieza por el código pedido."""
    planos = _planos(vista.politica, vista.corte.isoformat(), todos)
    escrito = buscar(BUSCAR, "Buscar un producto", AYUDA, lambda t: completos(planos, t), CODIGO)
    if not escrito and codigo_de_producto(pedido) and hallar(planos, pedido).claves:
        escrito = pedido
    hallados = hallar(planos, escrito)
    codigos = list(hallados.claves) if escrito else list(planos)
    titulo = f"Los {len(planos)} productos: elija uno"
    if escrito and codigos:
        contados = formato.contar(len(codigos), "producto", "productos")
        titulo = f"«{escrito}»: {contados}"
        if aviso := hallados.aviso("producto"):
            decir.informar(f"«{citado(escrito)}»: {aviso}")
    elif escrito:
        decir.advertir(
            f"Ningún producto tiene ese código ni esas palabras: «{citado(escrito)}». Se "
            "muestran todos."
        )
        codigos = list(planos)
    tarjeta.bloque(
        todos,
        titulo,
        "lista_de_productos",
        tabla,
        otros_filtros=vista.palabras,
        codigos=tuple(codigos),
        parte=elegir_parte(PARTE, len(codigos), "Productos a la vista"),
        url=tuple(vista.url.items()),
        hallados=bool(escrito and hallados.claves),
    )


@decir_fallas
def vecinos(mirado: ProductoMirado) -> None:
    """El anterior, la lista y el siguiente."""
    codigos = list(_todos(mirado.vista).datos["producto_codigo"])
    lugar = codigos.index(mirado.codigo)
    with st.container(horizontal=True, horizontal_alignment="distribute", key="vecinos"):
        if lugar > 0:
            anterior = codigos[lugar - 1]
            _enlace(f"← {anterior}, anterior", {CODIGO: anterior})
        _enlace("Buscar otro producto", {})
        if lugar + 1 < len(codigos):
            siguiente = codigos[lugar + 1]
            _enlace(f"{siguiente}, siguiente →", {CODIGO: siguiente})


def _todos(vista: PoliticaMirada) -> Resultado:
    return preguntar(politica.productos, **vista.consulta, **SIN_FILTRO)


def _decir_que_no_esta(vista: PoliticaMirada, pedido: str) -> None:
    """Que el código no está en el corte y, si está en otros, en cuáles."""
    otros = list(
        preguntar(producto.serie, politica=vista.politica, codigo=pedido).datos["corte_fecha"]
    )
    corte = formato.fecha(vista.corte)
    if not otros:
        decir.advertir(f"No hay ningún producto «{citado(pedido)}» en el corte del {corte}.")
        return
    decir.advertir(f"El producto {pedido} no está en el corte del {corte}; sí en otros:")
    with st.container(horizontal=True, key="otros_cortes"):
        for otro in otros:
            al_corte(f"{pedido} al {formato.fecha(otro)} →", pedido, otro)


def _enlace(rotulo: str, parametros: dict[str, str]) -> None:
    menu.enlace(menu.PRODUCTO, rotulo, filtros.leer(), parametros)


@por_archivo
def _planos(politica_codigo: str, corte: str, _productos: Resultado) -> dict[str, set[str]]:
    return {
        fila["producto_codigo"]: set(
            plano(" ".join(fila[c] for c in TEXTOS if isinstance(fila[c], str))).split()
        )
        for fila in filas_de(_productos.datos)
    }


def _columnas(url: Url, *, con_indicador: bool) -> tuple[Columna[Fila], ...]:
    que_es = _que_es if con_indicador else _nombre
    return (
        Columna("Código", lambda f: negrita(enlaces.producto(f["producto_codigo"], url))),
        Columna("Producto e indicador" if con_indicador else "Producto", que_es, "l"),
        Columna("Entidad", lambda f: _responde(f, url), rotulo="Entidad"),
        Columna(
            "PAHV",
            lambda f: bloques.con_unidad(f["pahv_pct"], "%"),
            "n",
            "PAHV",
            orden=lambda f: f["pahv_pct"],
        ),
        Columna(
            "Estado",
            lambda f: etiqueta(f["semaforo"]),
            orden=lambda f: orden.de_semaforo(f["semaforo"]),
        ),
    )


def _nombre(fila: Fila) -> Marcado:
    return marcar(formato.texto(fila["producto_nombre"]))


def _que_es(fila: Fila) -> Marcado:
    return unir(_nombre(fila), debajo(f"Indicador: {formato.texto(fila['indicador_nombre'])}"))


def _responde(fila: Fila, url: Url) -> Marcado:
    entidad = fila["entidad"]
    return enlaces.entidad(entidad, url) if entidad else marcar(formato.SIN_DATO)
