"""Qué se puede pedir: cada dirección, lo que recibe y lo que contesta.

De estas mismas descripciones salen la atención, el documento OpenAPI y la página que lo explica.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from tablero.api.campos import Campo
from tablero.api.formas import MIME_JSON
from tablero.api.pedido import Pedido
from tablero.modelo import Tabla
from tablero.un_json import Objeto


@dataclass(frozen=True)
class Variable:
    """Una parte de la dirección que cambia."""

    nombre: str
    descripcion: str
    ejemplo: str


@dataclass(frozen=True)
class Parametro:
    """Uno que solo usa esta dirección."""

    nombre: str
    descripcion: str
    esquema: Objeto


@dataclass(frozen=True)
class Crudo:
    """Una respuesta ya escrita."""

    contenido: bytes
    mime: str


Contestado = Objeto | pd.DataFrame | Crudo


@dataclass(frozen=True)
class Recurso:
    """Una dirección de la API."""

    direccion: str
    """Después de `/api/v1`, con sus variables: `/productos/{codigo}`."""
    grupo: str
    titulo: str
    descripcion: str
    atender: Callable[[Pedido], Contestado]
    """Lanza `Falla` si no hay lo que se pide."""
    variables: Sequence[Variable] = ()
    parametros: Sequence[Parametro] = ()
    campos: Sequence[Campo] = ()
    """Si contesta una tabla, sus columnas: se filtra, se ordena y se da en cualquier forma."""
    tabla: type[Tabla] | None = None
    """La del modelo, si contesta una."""
    esquema: Objeto | None = None
    """Si contesta un objeto, el de lo propio, sin lo que acompaña a toda respuesta."""
    mime: str = MIME_JSON
    """El de lo que no es una tabla."""

    @property
    def es_tabla(self) -> bool:
        """Si contesta filas y columnas."""
        return bool(self.campos)

    @property
    def ejemplo(self) -> str:
        """La dirección con el ejemplo de cada variable."""
        return self.direccion.format_map({v.nombre: v.ejemplo for v in self.variables})

    def hallar(self, ruta: str) -> Mapping[str, str] | None:
        """Las variables, si la ruta es de este recurso."""
        patron = re.escape(self.direccion).replace(r"\{", "{").replace(r"\}", "}")
        hallada = re.fullmatch(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", patron), ruta)
        return None if hallada is None else hallada.groupdict()
