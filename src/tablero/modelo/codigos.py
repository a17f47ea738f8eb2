"""Cómo se escribe el código de un producto, de un resultado y de cualquiera de los dos.

De una sola manera: «01.1.4» sería otra clave de 1.1.4, y en «1.1.2020» hay una fecha.
"""

_NUMERO = r"(0|[1-9]\d{0,2})"
CODIGO_RESULTADO = rf"^{_NUMERO}\.{_NUMERO}$"
CODIGO_PRODUCTO = rf"^{_NUMERO}\.{_NUMERO}\.{_NUMERO}$"
CODIGO_INDICADOR = rf"^{_NUMERO}\.{_NUMERO}(\.{_NUMERO})?$"
CODIGO_DE_COSA = r"^[0-9a-f]{8}$"
"""El de un punto, una pantalla o un compromiso de una sesión, en su libro."""
CON_PUNTOS = frozenset({CODIGO_RESULTADO, CODIGO_PRODUCTO, CODIGO_INDICADOR})
"""Los patrones de los códigos que se ordenan como números, por partes."""
