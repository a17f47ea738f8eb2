"""Enlaces dentro de una tabla: al producto y a la entidad que nombra.

`url` son los parámetros que reproducen la vista (política y corte) en la página a donde llevan.
"""

from html import escape
from urllib.parse import urlencode

Url = tuple[tuple[str, str], ...]


def producto(codigo: str, url: Url) -> str:
    """El código de un producto, que lleva a su hoja."""
    return _enlace("producto", codigo, (("codigo", codigo), *url))


def entidad(nombre: str, url: Url) -> str:
    """El nombre de una entidad, que lleva a sus productos."""
    return _enlace("entidad", nombre, (("nombre", nombre), *url))


def _enlace(pagina: str, texto: str, parametros: Url) -> str:
    return f'<a href="{pagina}?{escape(urlencode(parametros))}" target="_self">{escape(texto)}</a>'
