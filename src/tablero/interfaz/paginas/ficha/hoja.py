"""La hoja de una ficha territorial en HTML: lo mismo que su PDF, y se imprime en una página.

Los dibujos van dentro, como imágenes SVG: una hoja es papel, blanca también en el tema oscuro. Todo
texto se escapa.
"""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache, partial
from html import escape
from importlib.resources import files

from tablero import tema
from tablero.exportar import imagen
from tablero.formato import SIN_DATO
from tablero.graficos.mapas.plano import MapaEstatico
from tablero.graficos.piezas.base import Grafico
from tablero.interfaz.piezas import copia
from tablero.interfaz.piezas.tabla import Celda, Columna, escribir
from tablero.respuestas.ficha.cuadro import NO_APARECE
from tablero.respuestas.ficha.hoja import Cifra, Cuadro, HojaDeLugar, Notas, Renglon, Seccion
from tablero.respuestas.ficha.mapas import ANCHO, Mapas

GRAFICO_BAJO = 100
"""Píxeles: uno más bajo cabe bajo el mapa; los demás van con los hechos."""
PAPEL = {
    "--tb-papel": tema.CLARO["backgroundColor"],
    "--tb-tinta": tema.CLARO["textColor"],
    "--tb-borde": tema.CLARO["borderColor"],
}


def html(hoja: HojaDeLugar, mapas: Mapas) -> str:
    """La hoja completa."""
    bajos = [g for g in hoja.graficos if g[0].spec["height"] < GRAFICO_BAJO]
    altos = [g for g in hoja.graficos if g not in bajos]
    return (
        '<article class="tb-hoja">'
        f'<h2>{escape(hoja.titulo)}</h2><p class="tb-hoja-lugar">{escape(hoja.subtitulo)}'
        f"{_llamada(hoja.subtitulo_notas)}</p>"
        f'<div class="tb-franja">{_unir(_cifra(cifra, hoja) for cifra in hoja.cifras)}</div>'
        f'<div class="tb-hoja-cuerpo"><div>{_mapas(mapas)}'
        f"{_unir(_grafico(*g) for g in bajos)}</div>"
        f"<div>{_unir(_seccion(s) for s in hoja.secciones if s.renglones)}"
        f"{_unir(_grafico(*g) for g in altos)}</div></div>"
        f"{_cuadro(hoja.cuadro) if hoja.cuadro else ''}"
        f'<div class="tb-hoja-pie">{_pie(hoja)}</div></article>'
    )


@cache
def hoja_de_estilo() -> str:
    """El CSS de la hoja, en la pantalla y en el papel."""
    css = (files("tablero.interfaz.paginas.ficha") / "ficha.css").read_text(encoding="utf-8")
    variables = "".join(f"{nombre}: {valor}; " for nombre, valor in PAPEL.items())
    return f"<style>.tb-hoja {{ {variables}}} {' '.join(css.split())}</style>"


def _unir(partes: Iterable[str]) -> str:
    return "".join(partes)


def _llamada(notas: Notas) -> str:
    """Los números de las notas, en superíndice."""
    if not notas:
        return ""
    return f'<sup title="Nota">{", ".join(map(str, notas))}</sup>'


def _cifra(cifra: Cifra, hoja: HojaDeLugar) -> str:
    """La cifra, que se copia con el lugar de que es y con lo que dicen sus notas."""
    vacia = " vacio" if cifra.valor == SIN_DATO else ""
    de_donde = " ".join(hoja.notas[numero - 1] for numero in cifra.notas)
    frase = copia.de_linea(
        f"{hoja.titulo}. {cifra.etiqueta}",
        f"{cifra.valor} {cifra.detalle}".strip(),
        "",
        f"Fuente: {de_donde}",
    )
    return (
        f'<div class="tb-dato"{frase}><p class="tb-etiqueta">{escape(cifra.etiqueta)}</p>'
        f'<p class="tb-menor{vacia}">{escape(cifra.valor)}{_llamada(cifra.notas)}</p>'
        f'<p class="tb-nota">{escape(cifra.detalle)}</p></div>'
    )


def _seccion(seccion: Seccion) -> str:
    renglones = _unir(f"<li>{_renglon(r)}</li>" for r in seccion.renglones)
    return f"<h3>{escape(seccion.titulo)}</h3><ul class='tb-hechos'>{renglones}</ul>"


def _renglon(renglon: Renglon) -> str:
    llamada = _llamada(renglon.notas)
    if renglon.falta:
        return f'<span class="vacio">{escape(renglon.principal)}</span>{llamada}'
    detalle = f" · {escape(renglon.detalle)}" if renglon.detalle else ""
    return f"<b>{escape(renglon.principal)}</b>{llamada}{detalle}"


def _mapas(mapas: Mapas) -> str:
    esquina = (
        f"{'arriba' if mapas.esquina.arriba else 'abajo'} "
        f"{'izquierda' if mapas.esquina.izquierda else 'derecha'}"
    )
    return (
        f'<figure class="tb-mapa"><div class="tb-cerca">{_dibujo(mapas.cercano)}'
        f'<div class="tb-pais {esquina}">{_dibujo(mapas.pais)}</div></div>'
        f'<figcaption class="tb-fuente">{escape(mapas.credito)}</figcaption></figure>'
    )


def _dibujo(mapa: MapaEstatico) -> str:
    return _con_alternativa(imagen.a_svg(mapa.spec), mapa.alternativa)


def _grafico(grafico: Grafico, notas: Notas) -> str:
    svg = imagen.a_svg(imagen.con_datos(grafico, ANCHO))
    nota = f'<figcaption class="tb-fuente">{escape(grafico.nota)}</figcaption>'
    dibujo = _con_alternativa(svg, grafico.alternativa)
    return (
        f"<h3>{escape(grafico.titulo)}{_llamada(notas)}</h3>"
        f"<figure>{dibujo}{nota if grafico.nota else ''}</figure>"
    )


def _con_alternativa(svg: str, alternativa: str) -> str:
    datos = b64encode(svg.encode("utf-8")).decode("ascii")
    return f'<img src="data:image/svg+xml;base64,{datos}" alt="{escape(alternativa)}">'


def _cuadro(cuadro: Cuadro) -> str:
    columnas = [
        Columna(titulo, partial(_celda, lugar=lugar), "n" if es_numero else "")
        for lugar, (titulo, es_numero) in enumerate(cuadro.columnas)
    ]
    propia = None if cuadro.destacada is None else cuadro.filas[cuadro.destacada]
    # Es un papel, el mismo del PDF: su orden es el que la hoja explica.
    tabla = escribir(
        cuadro.titulo, columnas, cuadro.filas, destaca=lambda fila: fila is propia, fija=True
    )
    return (
        f"<h3>{escape(cuadro.titulo)}{_llamada(cuadro.notas)}</h3>{tabla}"
        f'<p class="tb-fuente">{escape(cuadro.pie)}</p>'
    )


def _celda(fila: Sequence[str], *, lugar: int) -> Celda:
    return Celda(fila[lugar], falta=fila[lugar] in (SIN_DATO, NO_APARECE))


def _pie(hoja: HojaDeLugar) -> str:
    notas = _unir(f"<li>{escape(nota)}</li>" for nota in hoja.notas)
    fuentes = _unir(f"<p>{escape(fuente)}</p>" for fuente in hoja.fuentes)
    return (
        f'<h3>De dónde sale cada dato</h3><ol class="tb-notas">{notas}</ol>'
        f'<div class="tb-notas">{fuentes}</div>'
    )
