"""La sesión entera en un HTML: las pantallas, el guion que las cambia y la letra, todo adentro."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from tablero import letra, tema
from tablero.exportar.escribir.html import dialogos
from tablero.exportar.escribir.html.pantalla import pantalla
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.respuestas.cosas.cosa import Cosa

TITULO = "Modo Comité"
PESOS = {"Regular": 400, "Semibold": 600}
"""Los cortes de la letra que la pared usa, y su peso en CSS."""
COLORES = {
    "fondo": tema.FONDO_VIVO,
    "letra": tema.LETRA_VIVA,
    "acento": tema.ACENTO_VIVO,
    "borde": tema.BORDE_VIVO,
    "segundo": tema.segun_tema(
        tema.CLARO["secondaryBackgroundColor"], tema.OSCURO["secondaryBackgroundColor"]
    ),
    "simulado": tema.SIMULADO,
    "simulado-letra": tema.SIMULADO_TEXTO,
}
LO_VIVO = '{"lo vivo": "va aquí"}'
"""Donde va lo que la página trae de su sesión, que cambia más que sus pantallas."""
PARTES = (
    "base",
    "pantallas",
    "preguntar",
    "anotar",
    "quorum",
    "tiempo",
    "seguir",
    "teclas",
    "inicio",
)
"""Las del guion, en el orden en que se juntan: comparten sus nombres y nada queda afuera."""


def rotulo_de_edicion(numero: int | None) -> str:
    """Lo que el pie dice de la edición que se muestra; `None` si no hay ninguna publicada."""
    return "Sin edición publicada" if numero is None else f"Edición {numero} del tablero"


def documento(
    cosas: Sequence[Cosa],
    *,
    edicion: str,
    es_simulado: bool = False,
    tablero: str | None = None,
    consulta: str = "",
    es_sesion: bool = False,
) -> str:
    """El HTML completo, que no pide nada afuera.

    `edicion` dice cuál del tablero es; `tablero`, la dirección en que se sirve, sin barra final
    (`None` en un archivo suelto, que no enlaza a ninguna parte); `consulta`, lo que la descarga
    lleva para ser de lo mismo. Llega con la primera pantalla a la vista, y el guion pone la que
    pida la dirección; sin guion se ven todas, una tras otra. `es_sesion`: lo que muestra es una
    sesión, y con el tablero detrás se anota en ella.
    """
    pantallas = "".join(
        pantalla(cosa, numero, se_ve=numero == 1) for numero, cosa in enumerate(cosas, start=1)
    )
    con_tablero = tablero is not None
    titulos = [cosa.titulo for cosa in cosas]
    vivo = (
        "" if tablero is None else f'<script type="application/json" id="vivo">{LO_VIVO}</script>'
    )
    franja = (
        f'<p class="simulado" role="note"><strong>{AVISO}</strong> {EXPLICACION}</p>'
        if es_simulado
        else ""
    )
    return (
        '<!DOCTYPE html><html lang="es"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><title>{TITULO} · Tablero de Control</title>'
        f"<style>{_estilo()}</style>"
        "<noscript><style>section[hidden]{display:grid!important}body{overflow:auto!important}"
        "</style></noscript></head>"
        f"<body>{franja}<main>{pantallas}</main>{_pie(len(cosas), edicion, tablero, consulta)}"
        '<p id="anuncio" class="oculto" role="status"></p><p id="numero" hidden></p>'
        f"{dialogos.todos(titulos, con_tablero=con_tablero, es_sesion=es_sesion)}"
        '<p id="aviso" role="status" hidden></p>'
        '<div id="negro" hidden tabindex="-1" role="note" '
        'aria-label="Pantalla en negro: B o Esc para volver"></div>'
        f"{vivo}<script>{guion()}</script></body></html>"
    )


def poner_lo_vivo(html: str, datos: str) -> str:
    """El documento con lo de su sesión, en JSON y sin ningún «<»."""
    return html.replace(LO_VIVO, datos, 1)


@cache
def guion() -> str:
    """El mismo en la página que se sirve y en el archivo que alguien se lleva."""
    partes = "\n".join(_leer(f"guion/{parte}.js") for parte in PARTES)
    return f'(function () {{\n"use strict";\n{partes}\n}})();'


@cache
def huella() -> str:
    """La del guion, para la política de contenido de la página que lo lleva en línea."""
    return base64.b64encode(hashlib.sha256(guion().encode("utf-8")).digest()).decode("ascii")


@cache
def _estilo() -> str:
    colores = ";".join(f"--{nombre}:{valor}" for nombre, valor in COLORES.items())
    archivos = dict(letra.archivos_del_papel())
    letras = "".join(
        "@font-face{font-family:'Source Sans Pro';font-weight:"
        f"{peso};src:url(data:font/otf;base64,"
        f"{base64.b64encode(archivos[f'SourceSansPro-{corte}.otf']).decode('ascii')})}}"
        for corte, peso in PESOS.items()
    )
    return f"{letras}:root{{{colores}}}{_leer('sala.css')}"


def _leer(archivo: str) -> str:
    return (files("tablero.exportar.escribir.html") / archivo).read_text(encoding="utf-8")


def _pie(cuantas: int, edicion: str, tablero: str | None, consulta: str) -> str:
    """Dónde se va, qué hora es, de qué edición y qué tan viejo; y lo que se puede pulsar."""
    enlaces = ""
    if tablero is not None:
        base, pide = escape(tablero), f"?{consulta}" if consulta else ""
        enlaces = (
            f'<a id="explica" href="{base}/" data-base="{base}/">En el tablero</a>'
            f'<a href="{base}/sala/sesion.html{escape(pide)}" download>Descargar</a>'
        )
    return (
        f'<footer><p><span id="lugar">Pantalla 1 de {cuantas}</span>'
        '<time id="hora"></time><span id="tiempo"></span><span id="quorum-pie"></span>'
        f'<span>{escape(edicion)}</span><span id="edad"></span><span id="conexion"></span></p>'
        '<nav aria-label="La sala">'
        '<button type="button" id="anterior" aria-label="Pantalla anterior">←</button>'
        '<button type="button" id="siguiente" aria-label="Pantalla siguiente">→</button>'
        '<button type="button" id="abrir-indice">Índice</button>'
        f'<button type="button" id="abrir-teclas">Teclas</button>{enlaces}</nav></footer>'
    )
