"""La leyenda de un mapa de municipios, con sus conteos, y lo que el mapa dice en palabras."""

from html import escape

from tablero import formato, tema
from tablero.graficos.mapas.coropleta import OPACIDAD_SIN_VALOR
from tablero.respuestas.mapa.pintado import Pintado

SIN_VALOR = f"rgb({' '.join(map(str, tema.rgb(tema.GRIS)[:3]))} / {OPACIDAD_SIN_VALOR / 255:.2f})"
"""El mismo gris transparente con que el mapa pinta a los que no tienen la variable."""


def leyenda(pintado: Pintado) -> str:
    """El HTML de la leyenda con sus conteos y, debajo, lo que el mapa dice en palabras."""
    variable = pintado.variable
    renglones = [
        _renglon(tema.vivo(color), rotulo, cuantos) for color, rotulo, cuantos in _clases(pintado)
    ]
    if pintado.sin_valor:
        renglones.append(_renglon(SIN_VALOR, variable.sin_valor.capitalize(), pintado.sin_valor))
    relato = "".join(f"<p>{escape(frase)}</p>" for frase in pintado.relato)
    nota = f'<p class="tb-nota">{escape(variable.nota)}</p>' if variable.nota else ""
    # «Orden publicado» ya lo dice.
    dicho = variable.nivel in variable.titulo
    nivel = "" if dicho else f' <span class="tb-aparte">({variable.nivel})</span>'
    return (
        f'<p class="tb-grupo">{escape(variable.titulo)}'
        f"{nivel}</p>"
        f'<ul class="tb-clases">{"".join(renglones)}</ul>{nota}{relato}'
    )


def en_pared(pintado: Pintado) -> tuple[tuple[str, str], ...]:
    """La misma, para una imagen: cada color y lo que dice."""
    dichas = [
        (color, f"{rotulo}: {formato.contar(cuantos, 'municipio', 'municipios')}")
        for color, rotulo, cuantos in _clases(pintado)
    ]
    if pintado.sin_valor:
        sin = formato.contar(pintado.sin_valor, "municipio", "municipios")
        color = tema.CLARO["secondaryBackgroundColor"]
        dichas.append((color, f"{pintado.variable.sin_valor.capitalize()}: {sin}"))
    return tuple(dichas)


def _clases(pintado: Pintado) -> list[tuple[str, str, int]]:
    """El color, el rótulo y los municipios de cada clase; la vacía, solo si es un corte."""
    propios = pintado.resultado.datos["clase"].value_counts()
    return [
        (c.color, c.rotulo, int(propios.get(c.rotulo, 0)))
        for c in pintado.clasificacion.clases
        if pintado.variable.tiene_cortes or c.rotulo in propios
    ]


def _renglon(color: str, rotulo: str, municipios: int) -> str:
    cuantos = formato.contar(municipios, "municipio", "municipios")
    return (
        f'<li><span class="tb-muestra" aria-hidden="true" style="background:{color}"></span>'
        f"{escape(rotulo)} <strong>{cuantos}</strong></li>"
    )
