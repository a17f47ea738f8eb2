"""Las ediciones: cada estado del tablero que se publicó, con los libros de que salió.

Una edición es un hecho del registro; nunca se cambia. Volver a una anterior es otra edición, igual
a aquella.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from tablero.errores import ErrorTablero
from tablero.registro.archivo import agregar, leer
from tablero.registro.cadena import Anotado

HECHO = "edicion"
DEL_REGISTRO = ("cuando", "quien", "huella")


@dataclass(frozen=True)
class LibroDeEdicion:
    """Un libro con que se hizo: su documento, su corte y su huella."""

    fuente_codigo: str
    corte_fecha: str
    corte_texto: str
    sha256: str


@dataclass(frozen=True)
class Edicion:
    """Un estado publicado del tablero."""

    numero: int
    nota: str
    libros: tuple[LibroDeEdicion, ...]
    archivos: tuple[tuple[str, str], ...]
    """Ruta dentro de las fuentes y sha256 de cada archivo: con ellos se puede hacer otra vez."""
    formulas: tuple[str, ...]
    """«IPT 1», «Seguimiento 2»: las que dicen las tablas calculadas."""
    programa: str
    """La versión del programa y la huella de sus archivos."""
    contenido: str
    """sha256 de lo que dicen las tablas, en el orden de su clave: no depende del archivo."""
    archivo: str
    """sha256 del archivo DuckDB."""
    igual_a: int | None = None
    """La edición a la que se volvió."""
    cuando: datetime | None = None
    quien: str = ""
    huella: str = ""
    """La del hecho en el registro, que se imprime donde la edición se cite."""

    def a_datos(self) -> dict[str, object]:
        """Lo que se anota de ella, para JSON: quién, cuándo y su huella los pone el registro."""
        datos = asdict(self)
        return {nombre: dato for nombre, dato in datos.items() if nombre not in DEL_REGISTRO}

    @classmethod
    def de_datos(cls, datos: Mapping[str, Any], **del_registro: Any) -> Self:
        """La de `a_datos`, después de pasar por JSON."""
        listas = {
            "libros": tuple(LibroDeEdicion(**libro) for libro in datos["libros"]),
            "archivos": tuple((ruta, huella) for ruta, huella in datos["archivos"]),
            "formulas": tuple(datos["formulas"]),
        }
        return cls(**{**datos, **listas}, **del_registro)


def publicar(carpeta: Path, edicion: Edicion, *, desde: str) -> Edicion:
    """Anota la edición en el registro de `carpeta`, y la da con quién, cuándo y su huella."""
    anotado = agregar(
        carpeta,
        HECHO,
        f"edición {edicion.numero}",
        sha256=edicion.contenido,
        desde=desde,
        datos=edicion.a_datos(),
    )
    return _de(anotado)


def ediciones(carpeta: Path) -> list[Edicion]:
    """Las del registro de esa carpeta, de la primera a la última; ninguna si no hay registro."""
    return [_de(anotado) for anotado in leer(carpeta, HECHO)]


def buscar(publicadas: Iterable[Edicion], numero: int) -> Edicion:
    """La de ese número; `ErrorTablero`, con las que hay, si no está."""
    todas = list(publicadas)
    hallada = next((e for e in todas if e.numero == numero), None)
    if hallada is None:
        hay = f"Hay de la 1 a la {len(todas)}." if todas else "Todavía no hay ninguna."
        raise ErrorTablero(f"No hay una edición {numero}. {hay}")
    return hallada


def _de(anotado: Anotado) -> Edicion:
    return Edicion.de_datos(
        json.loads(anotado.datos),
        cuando=datetime.fromisoformat(anotado.cuando),
        quien=anotado.quien,
        huella=anotado.huella,
    )
