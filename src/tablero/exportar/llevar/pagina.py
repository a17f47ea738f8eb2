"""Una página entera: todo lo que muestra, en un solo archivo."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from tablero.errores import ErrorTablero
from tablero.exportar import encabezados, marca
from tablero.exportar.carpeta import en_zip
from tablero.exportar.leeme import ESCRITURA
from tablero.exportar.llevar import cuadro
from tablero.exportar.llevar.acerca_de import acerca_de, renglones
from tablero.exportar.llevar.cuadro import SIN_DATOS
from tablero.exportar.llevar.estructurado import json_de_pagina
from tablero.exportar.llevar.formatos import LIBRO, Archivo, archivo
from tablero.exportar.llevar.libro import libro_de_pagina
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


EN_EL_ZIP = ("excel", "maquina")
"""Las formas de cada cosa que van en el ZIP."""


def _zip(llevadas: Sequence[Llevada], titulo: str) -> bytes:
    return en_zip(_archivos(llevadas, titulo))


def _archivos(llevadas: Sequence[Llevada], titulo: str) -> Iterator[tuple[str, bytes]]:
    es_simulado = any(llevada.contexto.es_simulado for llevada in llevadas)
    usados: set[str] = set()
    columnas = []
    for llevada in llevadas:
        for codigo in EN_EL_ZIP:
            hecho = archivo(llevada, codigo)
            propio = next(n for n in _candidatos(hecho.nombre) if n not in usados)
            usados.add(propio)
            yield propio, hecho.contenido
        columnas.append((llevada.cosa.codigo, cuadro.para_excel(llevada)))
    lista = encabezados.de_varias(columnas)
    yield marca.nombrar(encabezados.ARCHIVO, es_simulado=es_simulado), lista
    texto = _leeme(llevadas, titulo).encode("utf-8")
    yield marca.nombrar("LEEME.txt", es_simulado=es_simulado), texto


def _candidatos(nombre: str) -> Iterator[str]:
    """El nombre y, si otra cosa ya lo tiene, con un número."""
    yield nombre
    raiz, punto, extension = nombre.rpartition(".")
    yield from (f"{raiz}_{numero}{punto}{extension}" for numero in count(2))


def _leeme(llevadas: Sequence[Llevada], titulo: str) -> str:
    """Lo que defiende a cada archivo: lo mismo que la hoja «Acerca de» de Excel."""
    acercas = [acerca_de(llevada) for llevada in llevadas]
    aviso = next((a["aviso"] for a in acercas if a["aviso"]), None)
    partes = [*([aviso, ""] if aviso else []), titulo.upper(), ""]
    partes += [f"CSV «excel»: {ESCRITURA['excel']}", f"CSV sin más: {ESCRITURA['maquina']}"]
    partes.append("Los dos encabezados de cada columna están en encabezados.csv.")
    for llevada, acerca in zip(llevadas, acercas, strict=True):
        partes += ["", llevada.cosa.codigo.upper()]
        partes += [f"{rotulo}: {texto}" for rotulo, texto in renglones(acerca)]
        partes += [f"- {cita}" for cita in acerca["citas"]]
    return "\n".join(partes) + "\n"


FORMATOS_DE_PAGINA: Sequence[FormatoDePagina] = (
    FormatoDePagina(
        *("xlsx", "Excel (.xlsx), una hoja por tarjeta", "xlsx", LIBRO), libro_de_pagina
    ),
    FormatoDePagina("json", "JSON", "json", "application/json", json_de_pagina),
    FormatoDePagina("zip", "ZIP con los CSV de cada tarjeta", "zip", "application/zip", _zip),
)
"""En el orden en que se ofrecen."""


def archivo_de_pagina(llevadas: Sequence[Llevada], titulo: str, codigo: str) -> Archivo:
    """La página con ese título en el formato de ese código; las mismas cosas dan el mismo archivo.

    `ErrorTablero` si no hay ese formato o ninguna cosa se puede llevar.
    """
    formato = next((f for f in FORMATOS_DE_PAGINA if f.codigo == codigo), None)
    con_datos = [llevada for llevada in llevadas if cuadro.tiene(llevada)]
    if formato is None or not con_datos:
        raise ErrorTablero(SIN_DATOS)
    es_simulado = any(llevada.contexto.es_simulado for llevada in con_datos)
    propio = nombre_de_archivo(titulo, (), "", "maquina", formato.extension)
    return Archivo(
        marca.nombrar(propio, es_simulado=es_simulado),
        formato.mime,
        formato.escribir(con_datos, titulo),
    )
