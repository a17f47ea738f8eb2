"""Las localidades de Bogotá: su código y su nombre oficial, y de qué municipio son."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tablero.leer_yaml import entender


@dataclass(frozen=True)
class Localidad:
    """Una localidad de Bogotá."""

    codigo: str
    """Dos dígitos, con su cero."""
    nombre: str
    municipio_codigo: str


@cache
def localidades() -> tuple[Localidad, ...]:
    """Las veinte, por su código."""
    archivo = files("tablero.territorio") / "localidades.yml"
    campos = entender(archivo.read_text(encoding="utf-8"))
    return tuple(
        Localidad(codigo, nombre, campos["municipio"])
        for codigo, nombre in campos["localidades"].items()
    )
