"""Los términos, en orden alfabético, cada uno con su definición y enlaces a los que nombra."""

from collections.abc import Sequence
from functools import cache

import streamlit as st

from tablero import coincidencias, formato
from tablero.interfaz.filtros.busqueda import buscar
from tablero.interfaz.filtros.direccion import pedido, reconocer
from tablero.interfaz.marco import decir
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import descarga
from tablero.interfaz.piezas.marcado import NADA, Marcado, marcar, unir
from tablero.interfaz.piezas.terminos import TERMINO, Palabra, con_enlaces, palabras
from tablero.modelo import TABLAS
from tablero.texto import plano

BUSCAR = "buscar"
AYUDA = "Una palabra: brecha, corte, PAHV…"
DEL_TABLERO = "Fuente: el glosario de este tablero."
LETRAS = 2
"""Las que debe tener una palabra para buscarla."""


@decir_fallas
def dibujar() -> None:
    """La caja de búsqueda y los términos; el que pide la dirección queda señalado."""
    todas = palabras()
    elegida = _pedida(todas)
    buscado = buscar(BUSCAR, "Buscar en el glosario", AYUDA, lambda t: hallar(todas, t), TERMINO)
    codigos = hallar(todas, buscado) if buscado else ()
    if buscado and not codigos:
        decir.advertir(
            f"Ningún término ni su definición lo dicen: «{citado(buscado)}». Se muestran todos."
        )
    elif codigos:
        cuantos = formato.contar(len(codigos), "término", "términos")
        decir.frase(f"{cuantos} con «{citado(buscado)}»; en los primeros está en el nombre.")
    de_codigo = {palabra.codigo: palabra for palabra in todas}
    vistas = [de_codigo[codigo] for codigo in codigos] or todas
    escrito = html(vistas, todas, elegida)
    if (grabadora := puesta()) is not None:
        cuantos = formato.contar(len(vistas), "término", "términos")
        grabadora.escrito(escrito, f"El glosario: {cuantos}", "glosario", DEL_TABLERO)
    st.html(escrito)
    descarga.de_lo_escrito("glosario")


def hallar(todas: Sequence[Palabra], texto: str) -> tuple[str, ...]:
    """Los códigos de los que responden al texto: primero, por su nombre; después, por lo demás."""
    nombres = {p.codigo: set(plano(" ".join(p.formas)).split()) for p in todas}
    textos = {p.codigo: nombres[p.codigo] | _dicho(p) for p in todas}
    por_nombre = coincidencias.hallar(nombres, texto, LETRAS)
    por_texto = coincidencias.hallar(textos, texto, LETRAS)
    juntas = [c for h in (por_nombre, por_texto) if h.completas for c in h.claves]
    return tuple(dict.fromkeys(juntas))


def html(vistas: Sequence[Palabra], todas: Sequence[Palabra], elegida: Palabra | None) -> Marcado:
    """La lista de definiciones; `elegida` va señalada, y cada una lleva a las que nombra."""
    terminos = unir(*(_termino(palabra, todas, palabra == elegida) for palabra in vistas))
    return unir(Marcado('<dl class="tb-glosario">'), terminos, Marcado("</dl>"))


def _termino(palabra: Palabra, todas: Sequence[Palabra], es_elegida: bool) -> Marcado:
    otras = tuple(otra for otra in todas if otra != palabra)
    definicion = palabra.termino.definicion
    clase = Marcado(' class="tb-elegido"' if es_elegida else "")
    return unir(
        Marcado(f'<div id="termino-{marcar(palabra.codigo)}"{clase}><dt>'),
        palabra.termino.nombre,
        Marcado("</dt><dd>"),
        con_enlaces(f"{definicion[0].upper()}{definicion[1:]}.", otras),
        _en_los_csv(palabra),
        Marcado("</dd></div>"),
    )


def _en_los_csv(palabra: Palabra) -> Marcado:
    """Con qué nombre están en los archivos las columnas que lo llevan, si hay alguna."""
    propias = [codigo for codigo in palabra.termino.codigo if codigo in _columnas()]
    if not propias:
        return NADA
    nombres = ", ".join(f"<code>{marcar(codigo)}</code>" for codigo in propias)
    return Marcado(f' <span class="tb-en-los-csv">En los CSV: {nombres}.</span>')


def _pedida(todas: Sequence[Palabra]) -> Palabra | None:
    """La que pide la dirección, por su código o una de sus formas; si no hay, lo dice."""
    dicho = pedido(TERMINO)
    if dicho is None:
        return None
    codigo = reconocer(dicho, [p.codigo for p in todas])
    buscado = plano(dicho)
    for palabra in todas:
        if palabra.codigo == codigo or buscado in map(plano, palabra.formas):
            return palabra
    decir.advertir(
        f"El enlace pide «{citado(dicho)}», que no está en el glosario: se muestran todos."
    )
    return None


def _dicho(palabra: Palabra) -> set[str]:
    partes = (palabra.termino.definicion, *palabra.termino.codigo)
    return set(plano(" ".join(partes)).split())


@cache
def _columnas() -> frozenset[str]:
    """Las del diccionario de datos."""
    return frozenset(columna.nombre for tabla in TABLAS for columna in tabla.columnas())
