"""La leyenda de un mapa de municipios, con sus conteos, y lo que el mapa dice en palabras."""

from html import escape

from tablero import formato
from tablero.interfaz.pintado import Pintado


def leyenda(pintado: Pintado) -> str:
    """El HTML de la leyenda con sus conteos y, debajo, lo que el mapa dice en palabras."""
    variable = pintado.variable
    propios = pintado.resultado.datos["clase"].value_counts()
    renglones = [
        _renglon(c.color, c.rotulo, int(propios.get(c.rotulo, 0)))
        for c in pintado.clasificacion.clases
        if variable.tiene_cortes or c.rotulo in propios
    ]
    renglones.append(_renglon("", variable.sin_valor.capitalize(), pintado.sin_valor))
    relato = "".join(f"<p>{escape(frase)}</p>" for frase in pintado.relato)
    nota = f'<p class="tb-nota">{escape(variable.nota)}</p>' if variable.nota else ""
    return (
        f'<p class="tb-grupo">{escape(variable.titulo)} '
        f'<span class="tb-aparte">({variable.nivel})</span></p>'
        f'<ul class="tb-clases">{"".join(renglones)}</ul>{nota}{relato}'
    )


def _renglon(color: str, rotulo: str, municipios: int) -> str:
    muestra = f' style="background:{color}"' if color else ""
    cuantos = formato.contar(municipios, "municipio", "municipios")
    return (
        f'<li><span class="tb-muestra" aria-hidden="true"{muestra}></span>'
        f"{escape(rotulo)} <strong>{cuantos}</strong></li>"
    )
