"""El libro de una sesión: con lo que ella dice o, en blanco, para prepararla.

Lo que se escribe es lo que se lee al traerlo. Todo texto va como texto: lo que parece una fórmula
no se ejecuta. La misma sesión da siempre el mismo archivo.
"""

import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tablero import formato, tema
from tablero.derivados import hoja_excel
from tablero.derivados.plantilla_excel import (
    FILAS_CON_DESPLEGABLE,
    Apariencia,
    agregar_hojas,
)
from tablero.exportar.como_se_llena import ANCHOS as ANCHOS_DE_COMO
from tablero.exportar.como_se_llena import COMO
from tablero.exportar.marca import AVISO
from tablero.libro.convertir import FECHA_MAXIMA, FECHA_MINIMA
from tablero.modelo import Tabla
from tablero.registro.sesiones.estado import Sesion
from tablero.respuestas.libro_de_la_sesion.contenido import Contenido, filas_de
from tablero.respuestas.libro_de_la_sesion.hojas import (
    COMO_SE_LLENA,
    HOJAS,
    DeLaAgenda,
    DeLaAsistencia,
    DeLaSesion,
    DeLasPantallas,
    DeLosCompromisos,
)

ANCHOS: dict[type[Tabla], tuple[int, ...]] = {
    DeLaSesion: (14, 50, 30),
    DeLaAgenda: (8, 60, 10, 50, 12),
    DeLasPantallas: (8, 20, 46, 46, 46, 40, 12),
    DeLosCompromisos: (50, 40, 13, 11, 12, 40, 12),
    DeLaAsistencia: (62, 10),
}
"""De cada columna, en letras: lo que se escribe en ella se lee sin abrirla."""
LISTA_DE_ENTIDADES = "Entidades del Comité"
UNA_FECHA = {
    "validate": "date",
    "criteria": "between",
    "minimum": FECHA_MINIMA,
    "maximum": FECHA_MAXIMA,
    "error_title": "No es una fecha",
    "error_message": "Escriba una fecha, por ejemplo 2026-12-15.",
}
UNA_ENTIDAD = {
    "validate": "list",
    "error_title": "No es del Comité",
    "error_message": "Escoja una de la lista.",
}


def libro_de_sesion(
    contenido: Contenido | None,
    entidades: Sequence[str],
    *,
    sesion: Sesion | None = None,
    es_simulado: bool = False,
) -> bytes:
    """El libro con ese contenido; sin él, la plantilla en blanco. `entidades`, las del Comité."""
    salida = io.BytesIO()
    titulo = _titulo(sesion, es_simulado=es_simulado)
    with hoja_excel.abrir(salida, titulo) as libro:
        filas = filas_de(contenido, entidades)
        hojas = agregar_hojas(libro, HOJAS, filas, Apariencia(ANCHOS, vacia="", alineado="left"))
        lista = _explicar(libro, titulo, entidades)
        for tabla, hoja in hojas.items():
            _vestir(hoja, tabla, lista)
            titulos = {columna.nombre: columna.titulo for columna in tabla.columnas_libro()}
            for numero, fila in enumerate((titulos, *filas.get(tabla.tabla, ()))):
                dichos = [str(fila[nombre] or "") for nombre in titulos]
                hoja.set_row(numero, hoja_excel.alto(dichos, ANCHOS[tabla]))
        hojas[DeLaSesion].activate()
    return salida.getvalue()


def _titulo(sesion: Sesion | None, *, es_simulado: bool) -> str:
    if sesion is None:
        que = "Libro de una sesión del Comité, en blanco"
    else:
        edicion = "sin edición" if sesion.edicion is None else f"edición {sesion.edicion}"
        que = f"Sesión del {formato.fecha(sesion.fecha)} · código {sesion.codigo} · {edicion}"
        if sesion.cancelada:
            que += f" · cancelada: {sesion.cancelada}"
    return f"{AVISO}. {que}" if es_simulado else que


def _vestir(hoja: Worksheet, tabla: type[Tabla], entidades: str) -> None:
    """Lo que cada columna acepta, y cómo sale en papel: acostada y entera a lo ancho."""
    for indice, columna in enumerate(tabla.columnas_libro()):
        acepta = None
        if columna.tipo is date:
            acepta = UNA_FECHA
        elif columna.nombre == "entidad":
            acepta = {**UNA_ENTIDAD, "source": entidades}
        if acepta:
            hoja.data_validation(1, indice, FILAS_CON_DESPLEGABLE, indice, acepta)
    hoja.set_landscape()
    hoja.set_paper(hoja_excel.A4)
    hoja.fit_to_pages(1, 0)
    hoja.repeat_rows(0)


def _explicar(libro: xlsxwriter.Workbook, titulo: str, entidades: Sequence[str]) -> str:
    """La hoja «Cómo se llena»; da el rango de su lista de entidades."""
    hoja = libro.add_worksheet(COMO_SE_LLENA)
    hoja.hide_gridlines(2)
    hoja.set_portrait()
    hoja.set_paper(hoja_excel.A4)
    hoja.fit_to_pages(1, 0)
    grande = libro.add_format(hoja_excel.TITULO)
    rotulo = libro.add_format({"bold": True, "valign": "top", "text_wrap": True})
    texto = libro.add_format({**hoja_excel.TEXTO, "text_wrap": True, "valign": "top"})
    lista = libro.add_format({"bold": True, "bg_color": tema.FONDO_ENCABEZADO_LIBRO, "bottom": 1})
    for indice, ancho in enumerate(ANCHOS_DE_COMO):
        hoja.set_column(indice, indice, ancho)
    hoja.write_string(0, 0, titulo, grande)
    for fila, (que, como) in enumerate(COMO, start=2):
        hoja.write_string(fila, 0, que, rotulo)
        hoja.write_string(fila, 1, como, texto)
        hoja.set_row(fila, hoja_excel.alto((que, como), ANCHOS_DE_COMO))
    encabezado = len(COMO) + 3
    hoja.write_string(encabezado, 0, LISTA_DE_ENTIDADES, lista)
    hoja.write_blank(encabezado, 1, None, lista)
    for fila, entidad in enumerate(entidades, start=encabezado + 1):
        hoja.write_string(fila, 0, entidad)
    primera, ultima = encabezado + 2, encabezado + 1 + len(entidades)
    return f"='{COMO_SE_LLENA}'!$A${primera}:$A${ultima}"
