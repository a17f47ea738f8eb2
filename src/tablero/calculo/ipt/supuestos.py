"""La dirección que se supone de cada indicador cuando el libro no la dice, y por qué.

El documento de la EAT nombra los indicadores y los rasgos a los que el análisis dio más peso; no
dice en qué dirección cuenta cada uno. Donde un rasgo lo sugiere, se dice; lo demás es supuesto
nuestro, a la vista y con otra opción en el libro.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tablero.modelo.eat import IptIndicador
from tablero.modelo.ipt import Direccion, IptSupuesto

Apoyo = Literal["documento", "supuesto del tablero"]


@dataclass(frozen=True)
class Supuesto:
    """Una dirección, en qué se apoya y su razón."""

    direccion: Direccion
    apoyo: Apoyo
    razon: str


SUPUESTOS: dict[int, Supuesto] = {
    1: Supuesto(
        "más",
        "supuesto del tablero",
        "Más migrantes en el Sisbén son más personas que piden entrar a programas sociales.",
    ),
    2: Supuesto(
        "más",
        "supuesto del tablero",
        "Más morbilidad materna es más necesidad de atención en salud.",
    ),
    3: Supuesto(
        "más",
        "supuesto del tablero",
        "Más desnutrición aguda es más necesidad de atención en salud.",
    ),
    4: Supuesto(
        "menos",
        "supuesto del tablero",
        "Una proporción menor de niñas, niños y adolescentes matriculados es más por integrar.",
    ),
    5: Supuesto(
        "menos",
        "supuesto del tablero",
        "Una cobertura menor de alimentación escolar deja a más estudiantes sin atender.",
    ),
    6: Supuesto(
        "menos",
        "supuesto del tablero",
        "Una proporción menor con trabajo formal y estudio es más por integrar.",
    ),
    7: Supuesto(
        "más",
        "supuesto del tablero",
        "Más alertas tempranas son más riesgo para los derechos de las personas migrantes.",
    ),
    8: Supuesto(
        "más",
        "documento",
        "El documento da más peso a las ciudades que prioriza un proyecto de cooperación.",
    ),
    9: Supuesto(
        "más",
        "documento",
        "El documento da más peso a los municipios con alta proporción de población migrante.",
    ),
}
"""Por el orden del indicador en la tabla publicada."""

SIN_SUPUESTO = Supuesto(
    "más",
    "supuesto del tablero",
    "Indicador sin supuesto propio: se toma que un valor mayor es más prioridad.",
)


def de(indicador: int) -> Supuesto:
    """El supuesto de un indicador, por su orden."""
    return SUPUESTOS.get(indicador, SIN_SUPUESTO)


def filas(indicadores: Iterable[IptIndicador]) -> list[IptSupuesto]:
    """La tabla de supuestos: una fila por indicador publicado."""
    return [
        IptSupuesto(
            indicador_orden=fila.orden,
            direccion=supuesto.direccion,
            apoyo=supuesto.apoyo,
            razon=supuesto.razon,
            fuente_codigo=fila.fuente_codigo,
            ubicacion=fila.ubicacion,
        )
        for fila in indicadores
        for supuesto in (de(fila.orden),)
    ]
