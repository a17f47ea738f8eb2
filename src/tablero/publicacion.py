"""Quién publica el tablero, con qué licencia y en qué dirección: `publicacion.yml`.

Lo escribe una persona en la carpeta de los datos; si no está ahí, vale el que trae el programa. Lo
que nadie ha decidido dice «por definir», y así sale en cada archivo.
"""

import re
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import NoReturn

from tablero import rutas
from tablero.errores import AjusteInvalido
from tablero.leer_yaml import Campos, YamlMalEscrito, leer_yaml
from tablero.un_json import Json

NOMBRE = "publicacion.yml"
TABLERO = "Tablero de Control de la población migrante internacional"
"""Cómo se llama, donde se dice entero."""
POR_DEFINIR = "por definir"
LICENCIA_PROPUESTA = ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
"""La que se propone mientras nadie decida: su nombre y su dirección."""
ORIGEN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?")
"""Un sitio: esquema, nombre y, si lo tiene, puerto."""
DIRECCION = re.compile(rf"{ORIGEN.pattern}(/[\w./-]*)?")


@dataclass(frozen=True)
class Publicacion:
    """Lo que dice `publicacion.yml`."""

    entidad: str = POR_DEFINIR
    area: str = POR_DEFINIR
    responsable: str = POR_DEFINIR
    correo: str = POR_DEFINIR
    licencia: str = POR_DEFINIR
    licencia_direccion: str = POR_DEFINIR
    direccion: str = POR_DEFINIR
    """Con que se abre desde afuera, sin barra final."""
    incrustan: tuple[str, ...] = ()
    """Los sitios que pueden mostrar una tarjeta: ninguno, si nadie los dice."""

    @property
    def licencia_dicha(self) -> str:
        """La licencia o, si nadie ha decidido, que está por definir y cuál se propone."""
        if self.licencia != POR_DEFINIR:
            return self.licencia
        return f"{POR_DEFINIR} (propuesta: {LICENCIA_PROPUESTA[0]})"


@cache
def publicacion() -> Publicacion:
    """La del tablero; se lee una vez. `AjusteInvalido` si el archivo está mal escrito."""
    propia = rutas.DATOS / NOMBRE
    return leer(propia if propia.is_file() else rutas.DEL_PROGRAMA / NOMBRE)


def leer(archivo: Path) -> Publicacion:
    """La de ese archivo; sin archivo, todo está por definir.

    `AjusteInvalido`, con el campo y su línea, si está mal escrito.
    """
    try:
        campos = leer_yaml(archivo)
    except FileNotFoundError:
        return Publicacion()
    except YamlMalEscrito as error:
        raise AjusteInvalido(f"{archivo.name}: {error}") from None
    conocidos = [campo.name for campo in fields(Publicacion)]
    for nombre in campos:
        if nombre not in conocidos:
            _rechazar(
                archivo, campos, nombre, f"no se conoce; los que hay son {', '.join(conocidos)}"
            )
    textos = {n: _texto(archivo, campos, n) for n in campos if n != "incrustan"}
    if "direccion" in textos:
        textos["direccion"] = textos["direccion"].rstrip("/")
        if textos["direccion"] != POR_DEFINIR and not DIRECCION.fullmatch(textos["direccion"]):
            _rechazar(archivo, campos, "direccion", "debe ser como https://tablero.ejemplo.gov.co")
    return Publicacion(**textos, incrustan=_sitios(archivo, campos))


def _texto(archivo: Path, campos: Campos, nombre: str) -> str:
    valor: Json = campos[nombre]
    if not isinstance(valor, str) or not valor:
        _rechazar(
            archivo, campos, nombre, f"debe ser un texto; si nadie lo ha decidido, {POR_DEFINIR}"
        )
    return str(valor)


def _sitios(archivo: Path, campos: Campos) -> tuple[str, ...]:
    dichos: Json = campos.get("incrustan", [])
    if not isinstance(dichos, list):
        _rechazar(
            archivo, campos, "incrustan", "debe ser una lista: [https://portal.ejemplo.gov.co]"
        )
    for sitio in dichos:
        if not isinstance(sitio, str) or not ORIGEN.fullmatch(sitio):
            _rechazar(
                archivo,
                campos,
                "incrustan",
                f"«{sitio}» no es un sitio; debe ser como https://portal.ejemplo.gov.co",
            )
    return tuple(dichos)


def _rechazar(archivo: Path, campos: Campos, nombre: str, mensaje: str) -> NoReturn:
    raise AjusteInvalido(
        f"{archivo.name}: línea {campos.lineas.get(nombre, 1)}, campo «{nombre}»: {mensaje}."
    )
