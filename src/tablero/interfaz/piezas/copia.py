"""Lo que «copiar» se lleva: una cifra, en una frase con su fuente; una tabla, con título y fuente.

La frase se escribe aquí, y no en el navegador con trozos de la pantalla: dice el corte, que no
envejece, y no la edad, que mañana sería otra.
"""

import re
from html import escape, unescape

from tablero.consultas.base import Resultado
from tablero.exportar import marca
from tablero.interfaz.marco.conexion import base
from tablero.interfaz.pared.grabadora import puesta
from tablero.interfaz.piezas import procedencia
from tablero.interfaz.piezas.marcado import Marcado

ADORNO = re.compile(r"^[^\w¿¡«(]+")
"""La forma que acompaña a un rótulo («▲ Difieren»): fuera de la pantalla no dice nada."""
BLANCOS = re.compile(r"[ \t\r\n\f\v\u2028\u2029\x85\x1c-\x1f]+")
"""Los espacios y saltos; no el espacio duro, que une un número con su unidad."""
ETIQUETA = re.compile(r"<[^>]+>")
CIFRA = re.compile(r' data-cifra="([^"]*)"')
CIERRES = (".", "?", "!", "…")


def frase(
    rotulo: str, cifra: str, nota: str, linea_de_fuente: str, *, es_simulado: bool = False
) -> str:
    """«Avance: 12,9 %. Faltan 3 puntos. Fuente: SDP, «Informe» (corte: …), Gráfico 1 · publicado.».

    Con datos inventados, empieza por decirlo.
    """
    dicho = ADORNO.sub("", _en_un_renglon(rotulo))
    cuanto = f"{dicho.rstrip(':.')}: {cifra}" if dicho else cifra
    partes = [cuanto, nota, linea_de_fuente]
    if es_simulado:
        partes.insert(0, _aviso())
    return " ".join(_cerrada(parte) for parte in partes if parte.strip())


def atributo(rotulo: str, cifra: str, nota: str, resultado: Resultado) -> str:
    """El atributo con la frase de una cifra: el botón lo pone el navegador (`guion/copiar.js`)."""
    return de_linea(rotulo, cifra, nota, procedencia.linea(resultado))


def de_linea(rotulo: str, cifra: str, nota: str, linea_de_fuente: str) -> str:
    """Lo mismo, cuando la línea de su fuente ya está escrita."""
    dicha = frase(rotulo, cifra, nota, linea_de_fuente, es_simulado=base().es_simulado)
    return f' data-copiar="{escape(dicha)}"'


def suya(rotulo: str, cifra: str, nota: str) -> str:
    """El atributo de una cifra menuda, que lleva la fuente del bloque en que está (`con_fuente`).

    Las tres partes son HTML, o texto ya escapado: se copia lo que se lee.
    """
    dicho, cuanto, aclara = (unescape(ETIQUETA.sub("", parte)) for parte in (rotulo, cifra, nota))
    return f' data-cifra="{escape(frase(dicho, cuanto, aclara, ""))}"'


def fuentes_de_cada_fila(resultado: Resultado) -> tuple[str, ...]:
    """La línea de fuente de cada fila: la de una cifra de una franja cita solo sus lugares."""
    datos = resultado.datos
    return tuple(
        procedencia.linea(resultado.parte(datos.iloc[[lugar]])) for lugar in range(len(datos))
    )


def con_fuente(html: str, nombre: str, titulo: str, resultado: Resultado) -> Marcado:
    """El HTML, con el nombre de su tarjeta y lo que se copia con sus tablas: el título y la fuente.

    `nombre` es el que la tabla lleva en la dirección cuando se ordena o se filtra.
    """
    if (grabadora := puesta()) is not None:
        grabadora.bloque(html, titulo, nombre, resultado)
    return _con_linea(html, nombre, titulo, procedencia.linea(resultado))


def con_linea(html: str, nombre: str, titulo: str, linea_de_fuente: str) -> Marcado:
    """Lo mismo, cuando la línea de su fuente ya está escrita."""
    if (grabadora := puesta()) is not None:
        grabadora.escrito(html, titulo, nombre, linea_de_fuente)
    return _con_linea(html, nombre, titulo, linea_de_fuente)


def _con_linea(html: str, nombre: str, titulo: str, linea_de_fuente: str) -> Marcado:
    aviso = f"{_aviso()} " if base().es_simulado else ""
    fuente = escape(linea_de_fuente)
    html = CIFRA.sub(lambda h: f' data-copiar="{escape(aviso)}{h[1]} {_cerrada(fuente)}"', html)
    return Marcado(
        f'<div class="tb-con-fuente" data-tabla="{escape(nombre)}" '
        f'data-titulo="{escape(aviso + titulo)}" data-fuente="{fuente}">{html}</div>'
    )


def _aviso() -> str:
    return f"{marca.AVISO}. {marca.EXPLICACION}"


def _cerrada(parte: str) -> str:
    limpia = _en_un_renglon(parte)
    return limpia if limpia.endswith(CIERRES) else f"{limpia}."


def _en_un_renglon(texto: str) -> str:
    return BLANCOS.sub(" ", texto).strip()
