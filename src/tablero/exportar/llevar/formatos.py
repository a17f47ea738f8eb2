"""En qué formas se lleva una cosa: de esta tabla salen los botones, las rutas y las pruebas."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tablero.errores import ErrorTablero
from tablero.exportar import marca
from tablero.exportar.csv_oficial import Dialecto, a_csv
from tablero.exportar.llevar.llevada import Llevada
from tablero.exportar.nombres import nombre_de_archivo
from tablero.respuestas.cortes import corte_de

SIN_DATOS = "De esto no se puede llevar un archivo así: ninguna respuesta sola lo sustenta."


@dataclass(frozen=True)
class Archivo:
    """Lo que se entrega."""

    nombre: str
    mime: str
    contenido: bytes


@dataclass(frozen=True)
class Formato:
    """Una forma de llevarse algo."""

    codigo: str
    """Como se pide en la dirección."""
    rotulo: str
    extension: str
    mime: str
    escribir: Callable[[Llevada], bytes]
    sirve: Callable[[Llevada], bool]
    """Si esa cosa se puede llevar así."""


def _con_datos(llevada: Llevada) -> bool:
    return llevada.cosa.datos is not None


def _csv(llevada: Llevada, dialecto: Dialecto) -> bytes:
    if llevada.cosa.datos is None:
        raise ErrorTablero(SIN_DATOS)
    return a_csv(llevada.cosa.datos.datos, dialecto, llevada.cosa.datos.fuentes)


FORMATOS: Sequence[Formato] = (
    Formato(
        *("excel", "CSV para Excel (; y coma decimal)", "csv", "text/csv"),
        partial(_csv, dialecto="excel"),
        _con_datos,
    ),
    Formato(
        *("maquina", "CSV para programas (, y punto decimal)", "csv", "text/csv"),
        partial(_csv, dialecto="maquina"),
        _con_datos,
    ),
)
"""En el orden en que se ofrecen."""


def formatos_de(llevada: Llevada) -> list[Formato]:
    """Aquellos en que esa cosa se puede llevar."""
    return [formato for formato in FORMATOS if formato.sirve(llevada)]


def archivo(llevada: Llevada, codigo: str) -> Archivo:
    """La cosa en el formato de ese código; `ErrorTablero` si no hay ese formato, o no le sirve."""
    formato = next((f for f in formatos_de(llevada) if f.codigo == codigo), None)
    if formato is None:
        raise ErrorTablero(SIN_DATOS)
    return Archivo(nombre(llevada, formato), formato.mime, formato.escribir(llevada))


def nombre(llevada: Llevada, formato: Formato) -> str:
    """Cómo se guarda: la cosa, sus filtros, su corte y, si es otra forma de lo mismo, cuál."""
    cosa = llevada.cosa
    propio = nombre_de_archivo(
        cosa.codigo,
        [valor for _, valor in llevada.filtros],
        corte_de(cosa.datos.fuentes) if cosa.datos else "",
        "excel" if formato.codigo == "excel" else "maquina",
        formato.extension,
    )
    return marca.nombrar(propio, es_simulado=llevada.contexto.es_simulado)
