"""Entidades: sus nombres oficiales y las grafías con que las nombran los documentos."""

from tablero.modelo.base import ConFuente, columna, derivada
from tablero.modelo.columnas import Declarada

CODIGO_ENTIDAD = r"^[a-z0-9_]+$"


class Entidad(ConFuente):
    """Entidades que nombran las fuentes, con su nombre oficial."""

    tabla = "entidades"
    hoja = "Entidades oficiales"
    clave = ("entidad_codigo",)

    entidad_codigo: str = columna(
        "Código de la entidad", "En minúsculas, sin acentos ni espacios.", pattern=CODIGO_ENTIDAD
    )
    entidad_nombre: str = columna("Entidad", "Nombre oficial, sin su sigla.", min_length=1)
    sigla: str | None = columna("Sigla", "La oficial, si la tiene.", default=None, min_length=1)


class EntidadGrafia(ConFuente):
    """Cómo nombran los documentos a una entidad, además de su nombre oficial y su sigla."""

    tabla = "entidades_grafias"
    hoja = "Grafías de entidades"
    clave = ("grafia",)

    grafia: str = columna("Grafía", "El nombre tal como aparece impreso.", min_length=1)
    entidad_codigo: str | None = columna(
        "Código de la entidad",
        "La entidad a la que se refiere. Vacío si no es de ninguna sola (un sector, varias a la "
        "vez): queda como está impresa.",
        default=None,
        pattern=CODIGO_ENTIDAD,
        referencia="entidades.entidad_codigo",
    )
    nota: str | None = columna("Nota", "Por qué, si hay que explicarlo.", default=None)


def codigo_de_entidad() -> Declarada:
    """Declara el código de la entidad que la fila nombra."""
    return derivada(
        "Código de la entidad",
        "El de la tabla de entidades; vacío si la fuente no nombra ninguna o si esa grafía no está "
        "en la tabla.",
        default=None,
        pattern=CODIGO_ENTIDAD,
        referencia="entidades.entidad_codigo",
    )


def entidad_unida() -> Declarada:
    """Declara el nombre único de la entidad: con él se agrupa, se cuenta y se filtra."""
    return derivada(
        "Entidad unida",
        "El nombre oficial, sea cual sea la grafía impresa; si esa grafía no está en la tabla de "
        "entidades, la impresa, escrita siempre igual.",
        default=None,
    )
