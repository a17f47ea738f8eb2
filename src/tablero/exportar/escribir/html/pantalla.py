"""El HTML de una pantalla: el mensaje, lo que lo sustenta y, al pie, su fuente."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from tablero.exportar.escribir.html.dibujo import svg
from tablero.respuestas.cosas.cosa import Cifra, Cosa, Imagen, Tabla


def pantalla(cosa: Cosa, numero: int, *, se_ve: bool) -> str:
    """La sección de una cosa; solo una se ve a la vez."""
    cortes = " ".join(corte.isoformat() for corte in cosa.cortes)
    oculta = "" if se_ve else " hidden"
    return (
        f'<section id="pantalla-{numero}" aria-labelledby="titulo-{numero}" tabindex="-1" '
        f'data-cortes="{cortes}" data-de="{escape(cosa.de)}"{oculta}>'
        f'<h1 id="titulo-{numero}">{escape(cosa.titulo)}</h1>'
        f'<div class="cuerpo {_clase(cosa)}">{"".join(_cuerpo(cosa, numero))}</div>'
        f"{_notas(cosa)}"
        f'<p class="fuente">{escape(cosa.fuente)}</p></section>'
    )


def _clase(cosa: Cosa) -> str:
    """Con cifras y algo más van lado a lado; si no, lo que hay ocupa todo el ancho."""
    return "juntos" if cosa.cifras and (cosa.grafico or cosa.tabla or cosa.imagen) else "solo"


def _cuerpo(cosa: Cosa, numero: int) -> Iterator[str]:
    if cosa.cifras:
        yield f'<div class="cifras">{"".join(map(cifra_grande, cosa.cifras))}</div>'
    if cosa.grafico is not None:
        yield f'<div class="dibujo">{svg(cosa.grafico, f"p{numero}")}</div>'
    if cosa.imagen is not None:
        yield f'<div class="dibujo mapa">{mapa(cosa.imagen)}</div>'
    if cosa.tabla is not None:
        yield f'<div class="tabla">{en_tabla(cosa.tabla)}</div>'


def mapa(imagen: Imagen) -> str:
    """El mapa, dentro de la página, y lo que dice cada color."""
    datos = b64encode(imagen.hacer()).decode("ascii")
    clases = "".join(
        f'<li><span class="muestra" aria-hidden="true" style="background:{escape(color)}"></span>'
        f"{escape(dicho)}</li>"
        for color, dicho in imagen.leyenda
    )
    leyenda = f'<ul class="leyenda">{clases}</ul>' if clases else ""
    return f'<img src="data:image/png;base64,{datos}" alt="{escape(imagen.alternativa)}">{leyenda}'


def cifra_grande(cifra: Cifra) -> str:
    """La cifra, lo que mide y lo que hay que saber de ella."""
    nota = f'<p class="detalle">{escape(cifra.nota)}</p>' if cifra.nota else ""
    return (
        f'<div class="cifra"><p class="numero">{escape(cifra.texto)}</p>'
        f'<p class="rotulo">{escape(cifra.rotulo)}</p>{nota}</div>'
    )


def en_tabla(tabla: Tabla) -> str:
    """La tabla y cuántas filas quedan fuera; el navegador suma las que no caben en la pared."""
    clases = [' class="n"' if c in tabla.numericas else "" for c in tabla.columnas]
    titulos = "".join(
        f'<th scope="col"{clase}>{escape(titulo)}</th>'
        for titulo, clase in zip(tabla.columnas, clases, strict=True)
    )
    filas = "".join(
        "<tr>"
        + "".join(
            f"<td{clase}>{escape(celda)}</td>" for celda, clase in zip(fila, clases, strict=True)
        )
        + "</tr>"
        for fila in tabla.filas
    )
    nombre = f"<caption>{escape(tabla.titulo)}</caption>" if tabla.titulo else ""
    return (
        f"<table>{nombre}<thead><tr>{titulos}</tr></thead>"
        f'<tbody>{filas}</tbody></table><p class="faltan" data-total="{tabla.total}">'
        f"{escape(tabla.faltan)}</p>"
    )


def _notas(cosa: Cosa) -> str:
    notas = "".join(f"<p>{escape(nota)}</p>" for nota in cosa.notas)
    return f'<div class="notas">{notas}</div>' if notas else ""
