"""En qué orden van las filas: por su clave, y los códigos con puntos, como números por partes."""

from collections.abc import Callable

from tablero.modelo.base import Tabla
from tablero.modelo.codigos import CON_PUNTOS


def por_partes(codigo: str) -> tuple[int, ...]:
    """La clave con que se ordena un código: 1.1.2 va antes que 1.1.10."""
    return tuple(int(parte) for parte in codigo.split("."))


def por_clave(tabla: type[Tabla]) -> Callable[[Tabla], tuple[object, ...]]:
    """Lo que ordena las filas de una tabla: los valores de su clave."""
    con_puntos = {c.nombre for c in tabla.columnas() if c.patron in CON_PUNTOS}

    def clave(fila: Tabla) -> tuple[object, ...]:
        valores = vars(fila)
        return tuple(
            por_partes(valores[campo]) if campo in con_puntos else valores[campo]
            for campo in tabla.clave
        )

    return clave
