"""La página de descargas: todo en un archivo, y cada tabla por aparte.

Ningún archivo se prepara hasta que alguien lo pide.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import escape

import streamlit as st

from tablero import formato, rutas
from tablero.derivados.diccionario import diccionario
from tablero.exportar.carpeta import comprimir
from tablero.exportar.catalogo import GENERADAS, VARIOS, Ficha, catalogo
from tablero.exportar.csv_oficial import Dialecto, a_csv, nombre_de_archivo
from tablero.exportar.libro_excel import libro_excel
from tablero.graficos.documentos import NOMBRES, nombre
from tablero.interfaz.conexion import Identidad, base, identidad
from tablero.interfaz.descarga import nombrar

BOTONES: dict[Dialecto, str] = {"excel": "Para Excel", "maquina": "Para programas"}
SECCIONES = {
    GENERADAS: "Del propio tablero",
    "divipola": "Municipios y departamentos",
    "entidades": "Entidades y sus grafías",
    **NOMBRES,
    "ipt_valores": "Valores del IPT (opcional)",
    VARIOS: "De varios documentos",
}
DIALECTOS = (
    "Cada CSV viene en dos formas. **Para Excel**: punto y coma entre campos y coma decimal, como "
    "lo abre Excel en Colombia. **Para programas**: coma entre campos y punto decimal (RFC 4180). "
    "Vacío quiere decir que la fuente no lo publica. Al abrir un CSV con doble clic, Excel quita "
    "los ceros con que empiezan los códigos: para conservarlos, use el libro de Excel."
)


@st.cache_resource(max_entries=1, show_spinner=False)
def _catalogo(archivo: Identidad) -> tuple[Ficha, ...]:
    return catalogo(base())


@dataclass(frozen=True)
class Paquete:
    """Un archivo que lo lleva todo, y la función que lo prepara cuando alguien lo pide."""

    titulo: str
    nota: str
    boton: str
    archivo: str
    mime: str
    contenido: Callable[[], str | bytes]


@st.fragment
def paquetes() -> None:
    """Los archivos que lo llevan todo."""
    for paquete in _paquetes(_catalogo(identidad())):
        with st.container(
            horizontal=True, vertical_alignment="center", key=f"fila_{paquete.archivo}"
        ):
            st.html(
                f'<div class="tb-fila"><p class="tb-etiqueta">{paquete.titulo}</p>'
                f'<p class="tb-nota">{paquete.nota}</p></div>'
            )
            st.download_button(
                paquete.boton,
                data=paquete.contenido,
                file_name=nombrar(paquete.archivo),
                mime=paquete.mime,
                key=f"paquete_{paquete.archivo}",
                help=nombrar(paquete.archivo),
                on_click="ignore",
                icon=":material/download:",
            )


def _paquetes(fichas: tuple[Ficha, ...]) -> Iterator[Paquete]:
    # El de los datos: la tabla de fuentes lleva también el de la DIVIPOLA.
    cortes = (f.corte_fecha for f in fichas if f.documento != GENERADAS)
    corte = max((c for c in cortes if c is not None), default=None)
    cuantas = formato.contar(len(fichas), "tabla", "tablas")
    megas = formato.numero(rutas.BASE.stat().st_size / 1e6)
    yield Paquete(
        "Libro de Excel",
        f"{cuantas}, una por hoja, y una hoja que dice de dónde salen.",
        "Descargar el libro",
        nombre_de_archivo("tablero", (), corte, "maquina", "xlsx"),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        partial(_libro, identidad()),
    )
    for dialecto, para in BOTONES.items():
        yield Paquete(
            f"Todos los CSV, {para.lower().replace('excel', 'Excel')}",
            f"{cuantas} y un LEEME.txt, en un ZIP.",
            "Descargar el ZIP",
            nombre_de_archivo(f"tablero_csv_{dialecto}", (), corte, dialecto, "zip"),
            "application/zip",
            partial(_zip, identidad(), dialecto),
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
        f"El archivo que consulta este tablero, para preguntarle con SQL ({megas}\u00a0MB).",
        "Descargar el archivo",
        nombre_de_archivo("tablero", (), corte, "maquina", "duckdb"),
        "application/octet-stream",
        rutas.BASE.read_bytes,
    )


@st.fragment
def tablas() -> None:
    """Cada tabla, por documento, con sus dos CSV."""
    fichas = _catalogo(identidad())
    documentos = dict.fromkeys((*SECCIONES, *(f.documento for f in fichas)))
    for documento in documentos:
        propias = [f for f in fichas if f.documento == documento]
        if propias:
            st.markdown(f"**{SECCIONES.get(documento, nombre(documento))}**")
        for ficha in propias:
            _tabla(ficha)


def _tabla(ficha: Ficha) -> None:
    corte = f" · corte: {formato.fecha(ficha.corte_fecha)}" if ficha.corte_fecha else ""
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
                etiqueta,
                data=partial(_csv, ficha.tabla, dialecto),
                file_name=nombrar(
                    nombre_de_archivo(ficha.tabla, (), ficha.corte_fecha, dialecto, "csv")
                ),
                mime="text/csv",
                key=f"tabla_{ficha.tabla}_{dialecto}",
                help=nombrar(f"{ficha.tabla}.csv"),
                on_click="ignore",
            )


def _csv(tabla: str, dialecto: Dialecto) -> bytes:
    return a_csv(base().tabla(tabla), dialecto)


@st.cache_resource(max_entries=1, show_spinner=False)
def _libro(archivo: Identidad) -> bytes:
    return libro_excel(base())


@st.cache_resource(max_entries=2, show_spinner=False)
def _zip(archivo: Identidad, dialecto: Dialecto) -> bytes:
    return comprimir(base(), dialecto)
