"""Conciliaciones: lo publicado y lo calculado, lado a lado."""

from typing import Literal

from tablero.modelo.base import Hecho, derivada

EstadoConciliacion = Literal["coincide", "difiere", "no calculable"]


class Conciliacion(Hecho):
    """Totales, conteos y porcentajes publicados, contrastados con sus propias partes."""

    tabla = "conciliaciones"
    hoja = "Conciliaciones"
    clave = ("conciliacion_codigo",)

    conciliacion_codigo: str = derivada("Código", "Documento y cifra.")
    descripcion: str = derivada("Descripción", "Qué se contrasta.")
    valor_publicado: float = derivada(
        "Publicado",
        "Lo que dice la fuente; si es la suma o el conteo de lo que dice, la explicación empieza "
        "por decirlo.",
    )
    valor_calculado: float | None = derivada("Calculado", "Lo que dan sus partes.", default=None)
    diferencia: float | None = derivada("Diferencia", "Publicado menos calculado.", default=None)
    unidad: str = derivada("Unidad", "De los dos valores.")
    estado: EstadoConciliacion = derivada("Estado", "Resultado del contraste.")
    explicacion: str | None = derivada(
        "Explicación", "Por qué difiere o qué parte falta.", default=None
    )
