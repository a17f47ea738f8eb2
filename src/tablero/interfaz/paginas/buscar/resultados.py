"""Lo hallado en la página, por grupos: cada cosa con su cifra, su corte y adónde lleva."""

from collections.abc import Mapping

import streamlit as st

from tablero import formato
from tablero.busqueda.direccion import SE_LLEVAN
from tablero.busqueda.documento import Documento
from tablero.busqueda.respuesta import Grupo, Respuesta
from tablero.interfaz import filtros as url
from tablero.interfaz.filtros.busqueda import buscar
from tablero.interfaz.marco import buscador
from tablero.interfaz.marco.decir import citado
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import descarga
from tablero.interfaz.piezas.marcado import NADA, Marcado, marcar, unir

PARAMETRO = "q"
POR_GRUPO = 20
ETIQUETA = "Qué busca"
AYUDA = "Un producto, un municipio, una entidad, un código…"
EJEMPLOS = ("salud mental", "3.1.7", "Cúcuta", "¿y Usme?", "trayectoria", "54001")
SIN_PREGUNTA = (
    "Se busca en todo el tablero: productos, indicadores, municipios, localidades, entidades, "
    "acciones, cifras, contrastes, fuentes y glosario. Valen las palabras sueltas, sin tildes o a "
    "medias, y los códigos."
)
CADA_UNO = "Cada resultado dice el corte de su fuente."
SIN_RESULTADOS = (
    "Pruebe con menos palabras, con el nombre de la entidad o del lugar, o con el código. Lo que "
    "ninguna fuente dice no está en el tablero."
)


def campo() -> str:
    """Dibuja el campo y devuelve lo que se busca, que va en la dirección."""
    return buscar(PARAMETRO, ETIQUETA, AYUDA, lambda _texto: (), "")


@decir_fallas
def dibujar(pregunta: str) -> None:
    """Lo hallado; sin pregunta, qué se puede buscar."""
    llevados = url.de_la_url(*SE_LLEVAN)
    respuesta = buscador.responder(pregunta, POR_GRUPO)
    if not respuesta.palabras:
        st.html(unir(_parrafo(SIN_PREGUNTA), _ejemplos(llevados)))
        return
    partes = [_dicho(respuesta), *map(_aviso, respuesta.avisos)]
    if not respuesta.cuantos:
        partes += [_parrafo(SIN_RESULTADOS), _ejemplos(llevados)]
    grupos = [_grupo(g, llevados) for g in respuesta.grupos]
    if (grabadora := puesta()) is not None:
        dicho = f"«{citado(pregunta)}»: {respuesta.dicho.rstrip('.')}"
        grabadora.escrito(unir(*grupos), dicho, "hallados", CADA_UNO)
    st.html(unir(*partes, *grupos))
    if respuesta.cuantos:
        descarga.de_lo_escrito("hallados")


def _dicho(respuesta: Respuesta) -> Marcado:
    return unir(Marcado('<p class="tb-hallados-dicho" role="status">'), respuesta.dicho, FIN)


def _aviso(aviso: str) -> Marcado:
    return unir(Marcado('<p class="tb-nota">'), aviso, FIN)


def _parrafo(texto: str) -> Marcado:
    return unir(Marcado("<p>"), texto, FIN)


FIN = Marcado("</p>")


def _ejemplos(llevados: Mapping[str, str]) -> Marcado:
    enlaces = [_enlace(f"«{e}»", _busqueda(e, llevados)) for e in EJEMPLOS]
    return unir(Marcado("<p>Por ejemplo: "), Marcado(", ".join(enlaces)), Marcado(".</p>"))


def _busqueda(texto: str, llevados: Mapping[str, str]) -> str:
    """La dirección de esta misma página con otra pregunta."""
    return buscador.adonde(Documento("pagina", texto, "buscar", ((PARAMETRO, texto),)), llevados)


def _grupo(grupo: Grupo, llevados: Mapping[str, str]) -> Marcado:
    cuantos = formato.contar(grupo.cuantos, "resultado", "resultados")
    resto = grupo.cuantos - len(grupo.hallados)
    return unir(
        Marcado('<section class="tb-hallados"><h2>'),
        grupo.nombre,
        Marcado(' <span class="tb-cuantos">'),
        cuantos,
        Marcado("</span></h2><ol>"),
        *(_hallado(h, llevados) for h in grupo.hallados),
        Marcado("</ol>"),
        _aviso(f"Y {formato.numero(resto)} más: escriba otra palabra para llegar a ellos.")
        if resto
        else NADA,
        Marcado("</section>"),
    )


def _hallado(hallado: Documento, llevados: Mapping[str, str]) -> Marcado:
    return unir(
        Marcado("<li><div>"),
        _enlace(hallado.titulo, buscador.adonde(hallado, llevados)),
        _linea("tb-contexto", hallado.contexto),
        Marcado("</div><div>"),
        _linea("tb-su-cifra", hallado.cifra),
        _linea("tb-fuente", hallado.corte),
        Marcado("</div></li>"),
    )


def _linea(clase: str, texto: str) -> Marcado:
    return unir(Marcado(f'<p class="{clase}">'), texto, FIN) if texto else NADA


def _enlace(texto: str, direccion: str) -> Marcado:
    """El de la página de inicio, que no tiene nombre, empieza con un punto."""
    destino = direccion if direccion and not direccion.startswith("?") else f"./{direccion}"
    return unir(Marcado(f'<a href="{marcar(destino)}" target="_self">'), texto, Marcado("</a>"))
