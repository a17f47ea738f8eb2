"""Una página entera: todo lo que muestra, en un solo archivo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tablero.errores import ErrorTablero
from tablero.exportar import marca
from tablero.exportar.carpeta import en_zip
from tablero.exportar.llevar.formatos import SIN_DATOS, Archivo, archivo, formatos_de
from tablero.exportar.llevar.llevada import Llevada
from tablero.exportar.nombres import nombre_de_archivo


@dataclass(frozen=True)
class FormatoDePagina:
    """Una forma de llevarse una página."""

    codigo: str
    """Como se pide en la dirección."""
    rotulo: str
    extension: str
    mime: str
    escribir: Callable[[Sequence[Llevada], str], bytes]


def _zip(llevadas: Sequence[Llevada], _titulo: str) -> bytes:
    return en_zip(
        (hecho.nombre, hecho.contenido)
        for llevada in llevadas
        for hecho in (archivo(llevada, f.codigo) for f in formatos_de(llevada))
    )


FORMATOS_DE_PAGINA: Sequence[FormatoDePagina] = (
    FormatoDePagina("zip", "ZIP con los CSV de cada tarjeta", "zip", "application/zip", _zip),
)
"""En el orden en que se ofrecen: `xlsx`, `json` y `zip`."""


def archivo_de_pagina(llevadas: Sequence[Llevada], titulo: str, codigo: str) -> Archivo:
    """La página con ese título en el formato de ese código; las mismas cosas dan el mismo archivo.

    `ErrorTablero` si no hay ese formato o ninguna cosa se puede llevar.
    """
    formato = next((f for f in FORMATOS_DE_PAGINA if f.codigo == codigo), None)
    con_datos = [llevada for llevada in llevadas if llevada.cosa.datos is not None]
    if formato is None or not con_datos:
        raise ErrorTablero(SIN_DATOS)
    es_simulado = any(llevada.contexto.es_simulado for llevada in con_datos)
    propio = nombre_de_archivo(titulo, (), "", "maquina", formato.extension)
    return Archivo(
        marca.nombrar(propio, es_simulado=es_simulado),
        formato.mime,
        formato.escribir(con_datos, titulo),
    )
