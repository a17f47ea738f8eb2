"""En qué formas se lleva una cosa: de esta tabla salen los botones, las rutas y las pruebas."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tablero.errores import ErrorTablero
from tablero.exportar import encabezados, geojson, marca
from tablero.exportar.csv_oficial import a_csv, escribir
from tablero.exportar.cuadro import filas
from tablero.exportar.llevar import cuadro, dibujo, estructurado, libro
from tablero.exportar.llevar.acerca_de import acerca_de
from tablero.exportar.llevar.cuadro import SIN_DATOS
from tablero.exportar.llevar.llevada import Llevada
from tablero.exportar.nombres import nombre_de_archivo
from tablero.respuestas.cortes import corte_de


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


def _excel(llevada: Llevada) -> bytes:
    columnas = cuadro.para_excel(llevada)
    return escribir([c.encabezado for c in columnas], filas(columnas), "excel")


def _maquina(llevada: Llevada) -> bytes:
    if llevada.cosa.datos is not None:
        return a_csv(llevada.cosa.datos.datos, "maquina")
    columnas = cuadro.de_programas(llevada)
    return escribir([c.nombre for c in columnas], filas(columnas), "maquina")


def _encabezados(llevada: Llevada) -> bytes:
    return encabezados.de_una(cuadro.para_excel(llevada))


PARA_EXCEL = ("excel", "encabezados")


def _con_dibujo(llevada: Llevada) -> bool:
    return llevada.cosa.dibujo is not None


def _con_areas(llevada: Llevada) -> bool:
    return llevada.cosa.geometria is not None


def _areas(llevada: Llevada) -> bytes:
    if llevada.cosa.geometria is None:
        raise ErrorTablero(SIN_DATOS)
    coleccion = json.loads(llevada.cosa.geometria())
    rasgos = coleccion.pop("features")
    defendida = {**coleccion, "acerca_de": acerca_de(llevada), "features": rasgos}
    return json.dumps(defendida, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


LIBRO = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATOS: Sequence[Formato] = (
    Formato("xlsx", "Excel (.xlsx), con sus fuentes", "xlsx", LIBRO, libro.libro, cuadro.tiene),
    Formato(
        *("excel", "CSV para Excel (; y coma decimal)", "csv", "text/csv"), _excel, cuadro.tiene
    ),
    Formato(
        *("maquina", "CSV para programas (, y punto decimal)", "csv", "text/csv"),
        _maquina,
        cuadro.tiene,
    ),
    Formato("json", "JSON", "json", "application/json", estructurado.a_json, cuadro.tiene),
    Formato(
        *("parquet", "Parquet", "parquet", "application/vnd.apache.parquet"),
        estructurado.a_parquet,
        cuadro.tiene,
    ),
    Formato("png", "Imagen PNG", "png", "image/png", dibujo.a_png, _con_dibujo),
    Formato("svg", "Imagen SVG", "svg", "image/svg+xml", dibujo.a_svg, _con_dibujo),
    Formato(
        *("geojson", "GeoJSON (áreas, códigos, valores y fuente)", "geojson", geojson.MIME),
        _areas,
        _con_areas,
    ),
    Formato(
        *("encabezados", "Qué es cada columna (CSV)", "csv", "text/csv"), _encabezados, cuadro.tiene
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
    de_que = [formato.codigo] if formato.codigo == "encabezados" else []
    propio = nombre_de_archivo(
        cosa.codigo,
        [*llevada.en_el_nombre, *de_que],
        corte_de(cosa.datos.fuentes) if cosa.datos else "",
        "excel" if formato.codigo in PARA_EXCEL else "maquina",
        formato.extension,
    )
    return marca.nombrar(propio, es_simulado=llevada.contexto.es_simulado)
