"""Una sección que se dibuja donde la fuente nombra algo; donde no, se dice que no lo nombra."""

from collections.abc import Callable
from functools import wraps
from typing import Protocol

from tablero.consultas.base import Base, Resultado
from tablero.filas import Fila
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.marco.conexion import preguntar

Seccion = Callable[[Filtros], None]


class DeUnTerritorio(Protocol):
    """Una pregunta que responde una fila del territorio elegido."""

    def __call__(
        self, base: Base, /, *, departamento: str | None, municipio: str | None
    ) -> Resultado:
        """La respuesta, en una fila."""
        ...


def si_hay(
    consulta: DeUnTerritorio, cuenta: str, decir_que_no: Callable[[Fila, Filtros], None]
) -> Callable[[Seccion], Seccion]:
    """La sección, o `decir_que_no` donde la columna `cuenta` de la respuesta es cero."""

    def envolver(seccion: Seccion) -> Seccion:
        @wraps(seccion)
        def dibujar(filtros: Filtros) -> None:
            fila = preguntar(consulta, **filtros.consulta).fila
            if fila[cuenta]:
                seccion(filtros)
            else:
                decir_que_no(fila, filtros)

        return dibujar

    return envolver
