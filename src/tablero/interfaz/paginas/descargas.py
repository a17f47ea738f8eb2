"""La página de descargas: todo en un archivo, y cada tabla por aparte.

Ningún archivo se prepara hasta que alguien lo pide.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import groupby
from typing import BinaryIO

import streamlit as st

from tablero import formato
from tablero.consultas import fuentes as consultas_fuentes
from tablero.derivados.ddl import CLIENTE_MINIMO
from tablero.derivados.diccionario import diccionario
from tablero.exportar.carpeta import comprimir, csv_de_tabla
from tablero.exportar.catalogo import Ficha, catalogo, corte_de_todo
from tablero.exportar.csv_oficial import Dialecto
from tablero.exportar.libro_excel import libro_excel
from tablero.exportar.nombres import nombre_de_archivo
from tablero.exportar.paquete.escribir import NOMBRE_DEL_PAQUETE
from tablero.interfaz.filtros import Filtros
from tablero.interfaz.mapa import geometria
from tablero.interfaz.marco.conexion import base, con_este_tablero, por_archivo, preguntar
from tablero.interfaz.marco.fallas import decir_fallas
from tablero.interfaz.marco.sin_marcas import llano
from tablero.interfaz.paginas import paquete
from tablero.interfaz.piezas import tarjeta
from tablero.interfaz.piezas.descarga import nombrar

BOTONES: dict[Dialecto, str] = {"excel": "Para Excel", "maquina": "Para programas"}
DIALECTOS = (
    "Cada CSV viene en dos formas. **Para Excel**: punto y coma entre campos y coma decimal, como "
    "lo abre Excel en Colombia; los encabezados se leen y cada fila dice su documento. **Para "
    "programas**: coma entre campos y punto decimal (RFC 4180), con nombres que no cambian. Vacío "
    "quiere decir que la fuente no lo publica. Al abrir un CSV con doble clic, Excel quita "
    "los ceros con que empiezan los códigos: para conservarlos, use el libro de Excel."
)


@por_archivo
def _catalogo() -> tuple[Ficha, ...]:
    return catalogo(base())


@dataclass(frozen=True)
class Paquete:
    """Un archivo que lo lleva todo, y la función que lo prepara cuando alguien lo pide."""

    titulo: str
    nota: str
    boton: str
    archivo: str
    mime: str
    contenido: Callable[[], str | bytes | BinaryIO]


@st.fragment
@decir_fallas
def paquetes(_filtros: Filtros) -> None:
    """Los archivos que lo llevan todo."""
    paquete.licencia()
    paquete.programas()
    for uno in _paquetes(_catalogo()):
        with st.container(horizontal=True, vertical_alignment="center", key=f"fila_{uno.archivo}"):
            st.html(
                f'<div class="tb-fila"><p class="tb-etiqueta">{uno.titulo}</p>'
                f'<p class="tb-nota">{uno.nota}</p></div>'
            )
            st.download_button(
                llano(uno.boton),
                data=con_este_tablero(uno.contenido),
                file_name=nombrar(uno.archivo),
                mime=uno.mime,
                key=f"paquete_{uno.archivo}",
                help=llano(nombrar(uno.archivo)),
                on_click="ignore",
                icon=":material/download:",
            )


def _paquetes(fichas: tuple[Ficha, ...]) -> Iterator[Paquete]:
    corte = corte_de_todo(base())
    cuantas = formato.contar(len(fichas), "tabla", "tablas")
    megas = formato.numero(base().archivo.stat().st_size / 1e6)
    yield Paquete(
        "Libro de Excel",
        f"{cuantas}, una por hoja, y una hoja que dice de dónde salen.",
        "Descargar el libro",
        nombre_de_archivo("tablero", (), corte, "maquina", "xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _libro,
    )
    yield Paquete(
        "Paquete completo",
        f"{cuantas} en las dos formas de CSV, el archivo DuckDB, el diccionario, los metadatos que "
        "piden los portales de datos abiertos y el sello de cada archivo.",
        "Descargar el paquete",
        nombre_de_archivo(NOMBRE_DEL_PAQUETE, (), corte, "maquina", "zip"),
        "application/zip",
        partial(paquete.completo, paquete.pedida()),
    )
    for dialecto, para in BOTONES.items():
        yield Paquete(
            f"Todos los CSV, {para.lower().replace('excel', 'Excel')}",
            f"{cuantas}, la lista de sus encabezados y un LEEME.txt, en un ZIP.",
            "Descargar el ZIP",
            nombre_de_archivo(f"tablero_csv_{dialecto}", (), corte, dialecto, "zip"),
            "application/zip",
            partial(_zip, dialecto),
        )
    yield Paquete(
        "Diccionario de datos",
        "Qué es cada columna de cada tabla: su unidad, sus valores y de dónde sale.",
        "Descargar el diccionario",
        "diccionario.md",
        "text/markdown",
        diccionario,
    )
    yield Paquete(
        "Archivo DuckDB",
        f"El archivo que consulta este tablero, para preguntarle con SQL ({megas}\u00a0MB). Pide "
        f"DuckDB {CLIENTE_MINIMO} o posterior, también en DBeaver, Metabase, R o Python.",
        "Descargar el archivo",
        nombre_de_archivo("tablero", (), corte, "maquina", "duckdb"),
        "application/octet-stream",
        _duckdb,
    )


@decir_fallas
def tablas(_filtros: Filtros) -> None:
    """Cada tabla con sus dos CSV, por tema; al final, las vacías y las internas.

    Cada tema se llena al abrirlo: son muchos botones para quien busca uno.
    """
    st.markdown(DIALECTOS)
    fichas = _catalogo()
    con_datos = [f for f in fichas if f.filas and not f.es_interna]
    for tema, propias in groupby(con_datos, key=lambda ficha: ficha.tema):
        _de_un_tema(tema, list(propias))
    vacias = [f for f in fichas if not f.filas and not f.es_interna]
    _de_un_tema("Vacías: hoy ninguna fuente las llena", vacias)
    internas = [f for f in fichas if f.es_interna]
    _de_un_tema("Internas: con las que el tablero lee y calcula", internas)


@decir_fallas
def fuentes(_filtros: Filtros) -> None:
    """Los documentos de donde salen los datos, y de quién son los límites de los mapas."""
    tarjeta.tabla(
        preguntar(consultas_fuentes.fuentes),
        "De dónde salen los datos",
        "fuentes",
        columnas=("titulo", "entidad", "corte_texto", "licencia", "archivo", "nota"),
        encabezados=(("titulo", "Documento"),),
    )
    geometria.limites()


@st.fragment
def _de_un_tema(tema: str, fichas: list[Ficha]) -> None:
    if not fichas:
        return
    titulo = f"{tema} ({formato.contar(len(fichas), 'tabla', 'tablas')})"
    with st.expander(llano(titulo), key=f"tema_{fichas[0].tabla}", on_change="rerun") as pliegue:
        if pliegue.open:
            for ficha in fichas:
                _tabla(ficha)


def _tabla(ficha: Ficha) -> None:
    corte = f" · corte: {escape(ficha.corte_texto)}" if ficha.corte_texto else ""
    filas = formato.contar(ficha.filas, "fila", "filas")
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key=f"fila_{ficha.tabla}"
    ):
        st.html(
            f'<div class="tb-fila"><p><strong>{ficha.tabla}</strong> · {filas}{corte}</p>'
            f'<p class="tb-nota">{escape(ficha.resumen)}</p></div>'
        )
        for dialecto, etiqueta in BOTONES.items():
            st.download_button(
                llano(etiqueta),
                data=con_este_tablero(partial(_csv, ficha.tabla, dialecto)),
                file_name=nombrar(
                    nombre_de_archivo(ficha.tabla, (), ficha.corte_archivo, dialecto, "csv")
                ),
                mime="text/csv",
                key=f"tabla_{ficha.tabla}_{dialecto}",
                help=llano(nombrar(f"{ficha.tabla}.csv")),
                on_click="ignore",
            )


def _duckdb() -> BinaryIO:
    return base().archivo.open("rb")


def _csv(tabla: str, dialecto: Dialecto) -> bytes:
    return csv_de_tabla(base(), tabla, dialecto)


@por_archivo
def _libro() -> bytes:
    return libro_excel(base())


@por_archivo
def _zip(dialecto: Dialecto) -> bytes:
    return comprimir(base(), dialecto)
