"""Las columnas de lo que la API contesta: las del modelo, y las de las listas que arma."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tablero.consultas.base import MARCA
from tablero.modelo import Tabla
from tablero.modelo.columnas import Columna, TipoColumna
from tablero.un_json import Objeto

JSON_DE: dict[TipoColumna, Objeto] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}
"""Cómo se escribe en JSON cada clase de valor."""


@dataclass(frozen=True)
class Campo:
    """Una columna: cómo se llama, qué es y qué valores puede tener."""

    nombre: str
    titulo: str
    descripcion: str
    tipo: TipoColumna = str
    unidad: str = ""
    opciones: tuple[str, ...] = ()
    patron: str = ""
    """El que cumple todo código de esta columna; vacío si no tiene uno."""

    @classmethod
    def de(cls, columna: Columna) -> "Campo":
        """La del modelo."""
        patron = columna.patron if columna.patron and columna.es_codigo else ""
        return cls(
            columna.nombre,
            columna.titulo,
            columna.descripcion,
            columna.tipo,
            columna.unidad,
            columna.opciones,
            patron,
        )

    def con_nombre(self, nombre: str) -> "Campo":
        """El mismo, en una lista que lo llama de otro modo."""
        return replace(self, nombre=nombre)

    @property
    def tiene_rango(self) -> bool:
        """Si se puede pedir desde un valor y hasta otro."""
        return self.tipo in (int, float, date)

    @property
    def esquema(self) -> Objeto:
        """El de su valor en JSON Schema; nulo es que ninguna fuente lo publica."""
        propio = JSON_DE[self.tipo]
        dicho = f"{self.descripcion} En {self.unidad}." if self.unidad else self.descripcion
        escrito: Objeto = {
            **propio,
            "type": [propio["type"], "null"],
            "title": self.titulo,
            "description": dicho,
        }
        if self.opciones:
            escrito["enum"] = [*self.opciones, None]
        return escrito


SIMULADO = Campo(MARCA, "Es simulado", "Solo en un tablero de datos inventados.", bool)


def de_tabla(tabla: type[Tabla]) -> tuple[Campo, ...]:
    """Los de una tabla del modelo, en su orden."""
    return tuple(Campo.de(columna) for columna in tabla.columnas() if columna.nombre != MARCA)


def elegir(tabla: type[Tabla], nombres: Sequence[str]) -> tuple[Campo, ...]:
    """Algunas columnas de una tabla, en el orden pedido."""
    return tuple(Campo.de(tabla.columna(nombre)) for nombre in nombres)
