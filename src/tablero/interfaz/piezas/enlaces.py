"""Enlaces dentro de una tabla o de un relato: al producto y a la entidad que nombra.

`url` son los parámetros que reproducen la vista (política y corte) en la página a donde llevan.
"""

import re

from tablero.graficos.piezas import destinos
from tablero.interfaz.piezas.marcado import Marcado, marcar

Url = destinos.Vista
DE_PRODUCTO = re.compile(r"(?<![\d.])\d\.\d\.\d{1,2}(?!\d|\.\d)")
"""Un código N.N.N dentro de una frase; no lo es un trozo de una cifra (`1.588.422.540`)."""


def producto(codigo: str, url: Url) -> Marcado:
    """El código de un producto, que lleva a su hoja."""
    return _enlace(destinos.producto(codigo, url), codigo)


def entidad(nombre: str, url: Url) -> Marcado:
    """El nombre de una entidad, que lleva a sus productos."""
    return _enlace(destinos.entidad(nombre, url), nombre)


def hallazgos(regla: str, url: Url) -> Marcado:
    """Todos los hallazgos de una regla, uno por uno."""
    return _enlace(destinos.hallazgos(regla, url), "Ver uno por uno")


def en_relato(texto: str, url: Url) -> Marcado:
    """Una frase del informe de la política, con cada código de producto hecho enlace a su hoja."""
    return Marcado(DE_PRODUCTO.sub(lambda hallado: producto(hallado[0], url), marcar(texto)))


def _enlace(destino: str, texto: str) -> Marcado:
    return Marcado(f'<a href="{marcar(destino)}" target="_self">{marcar(texto)}</a>')
