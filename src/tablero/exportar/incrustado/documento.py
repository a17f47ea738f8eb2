"""El HTML de una cosa sola: el mensaje, lo que lo sustenta, su fuente y cómo llegar al tablero."""

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from tablero import tema
from tablero.exportar.escribir.html.documento import COLORES
from tablero.exportar.escribir.html.pantalla import cifra_grande, en_tabla, mapa
from tablero.exportar.incrustado.dibujo import dibujos, notas
from tablero.exportar.llevar.llevada import Llevada
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.respuestas.cosas.cosa import Cosa

TABLERO = "Tablero de Control"
VER = "Ver en el tablero"
TABLA = "Tabla"
TAMANO = 16
"""Píxeles de la letra: la de un artículo, y no la de una sala."""


def documento(llevada: Llevada, *, edicion: str, edades: str = "", letra: str = "") -> str:
    """El HTML completo, que no lleva guion ni pide nada fuera de su servidor.

    `edicion` dice cuál del tablero es; `edades`, qué tan viejas son sus fuentes el día en que se
    mira; `letra`, la dirección del archivo de la letra, si el servidor la tiene.
    """
    cosa, contexto = llevada.cosa, llevada.contexto
    return _html(
        cosa.titulo,
        f"{_franja(es_simulado=contexto.es_simulado)}<main><h1>{escape(cosa.titulo)}</h1>"
        f"{''.join(_cuerpo(cosa))}"
        f'<p class="fuente">{escape(cosa.fuente_entera or cosa.fuente)} {escape(edades)}</p></main>'
        f"<footer><p>{TABLERO} · {escape(edicion)} · Licencia: "
        f"{escape(contexto.publicacion.licencia_dicha)}</p>"
        f'<p><a href="{escape(llevada.enlace)}" target="_blank" rel="noopener">{VER}</a></p>'
        "</footer>",
        letra,
    )


def aviso(dicho: str, tablero: str, letra: str = "") -> str:
    """El documento que dice por qué no hay nada; `tablero` es su dirección, sin barra final."""
    return _html(
        TABLERO,
        f"<main><h1>{TABLERO}</h1><p>{escape(dicho)}</p></main><footer>"
        f'<p><a href="{escape(tablero)}/" target="_blank" rel="noopener">{VER}</a></p></footer>',
        letra,
    )


def _html(titulo: str, cuerpo: str, letra: str) -> str:
    propio = titulo if titulo == TABLERO else f"{titulo} · {TABLERO}"
    return (
        '<!DOCTYPE html><html lang="es"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><title>{escape(propio)}</title>'
        f"<style>{_letra(letra)}{_estilo()}</style></head><body>{cuerpo}</body></html>"
    )


def _franja(*, es_simulado: bool) -> str:
    if not es_simulado:
        return ""
    return f'<p class="simulado" role="note"><strong>{AVISO}</strong> {EXPLICACION}</p>'


def _cuerpo(cosa: Cosa) -> Iterator[str]:
    if cosa.cifras:
        yield f'<div class="cifras">{"".join(map(cifra_grande, cosa.cifras))}</div>'
    yield dibujos(cosa)
    if cosa.imagen is not None:
        yield f'<div class="mapa">{mapa(cosa.imagen)}</div>'
    if cosa.tabla is not None:
        nombre = escape(cosa.tabla.titulo or TABLA)
        yield (
            f'<div class="tabla" tabindex="0" role="region" aria-label="{nombre}">'
            f"{en_tabla(cosa.tabla)}</div>"
        )
    dichas = "".join(f"<p>{escape(nota)}</p>" for nota in notas(cosa))
    yield f'<div class="notas">{dichas}</div>' if dichas else ""


def _letra(direccion: str) -> str:
    if not direccion:
        return ""
    return (
        "@font-face{font-family:'Source Sans Pro';font-weight:200 900;font-display:swap;"
        f"src:url('{direccion}') format('woff2')}}"
    )


@cache
def _estilo() -> str:
    """Los colores cambian con el tema del equipo: nadie puede elegirlo adentro de un marco."""
    colores = ";".join(f"--{nombre}:{valor}" for nombre, valor in COLORES.items())
    hoja = (files("tablero.exportar.incrustado") / "incrustado.css").read_text(encoding="utf-8")
    base = f"color-scheme:light dark;font-size:{TAMANO}px;background:{tema.FONDO_VIVO}"
    return f":root{{{colores};{base}}}{' '.join(hoja.split())}"
