"""Un solo libro de Excel con todas las tablas y una primera hoja que dice qué hay en él.

Los códigos van como texto, las fechas como fechas y los porcentajes como números (50 es 50 %).
"""

import io

from xlsxwriter.worksheet import Worksheet

from tablero.consultas.base import MARCA, Base
from tablero.consultas.fuentes import fuentes
from tablero.derivados import hoja_excel
from tablero.exportar.cuadro import Columna, Valor, de_programas
from tablero.exportar.hoja_de_calculo import Hojas
from tablero.exportar.leeme import formulas
from tablero.exportar.marca import AVISO, EXPLICACION
from tablero.filas import Fila
from tablero.formato import corte, numero
from tablero.modelo import TABLAS, Tabla
from tablero.publicacion import TABLERO, publicacion

ACERCA_DE = "Acerca de"
NOTAS = (
    ("Idioma", "Español (Colombia)."),
    ("Formato", "Libro de Excel (.xlsx), una hoja por tabla."),
    ("Filtros", "Ninguno: cada tabla va completa."),
    ("Versión de las fórmulas", "{formulas} (docs/metodologia.md)."),
    ("Licencia", "{licencia}"),
    ("Vacío", "La fuente no lo publica."),
    ("Porcentajes", "Van como números: 50 significa 50 %, y pueden pasar de 100."),
    ("Códigos", "DIVIPOLA y productos van como texto, con sus ceros."),
    ("Actualización", "Con cada corte nuevo de las fuentes."),
)
FUENTES = {
    "fuente_codigo": "Código",
    "titulo": "Título",
    "entidad": "Entidad",
    "corte_texto": "Corte",
    "licencia": "Licencia",
    "archivo": "Archivo de origen",
}
ANCHOS = (26, 50, 60, 24, 16, 30)
TABLAS_DEL_LIBRO = ("Hoja", "Tabla", "Qué contiene", "Filas")


def libro_excel(base: Base) -> bytes:
    """El libro completo, armado en memoria."""
    salida = io.BytesIO()
    with hoja_excel.abrir(salida, _titulo(base)) as libro:
        hojas = Hojas(libro)
        portada = libro.add_worksheet(ACERCA_DE)
        cuantas: dict[type[Tabla], tuple[int, int]] = {}
        for tabla in TABLAS:
            datos = base.tabla(tabla.tabla)
            nombres = [c.nombre for c in tabla.columnas() if c.nombre != MARCA]
            # Con datos simulados, al final la que lo dice.
            marca = [MARCA] if base.es_simulado else []
            columnas = de_programas(datos[[*nombres, *marca]], tabla)
            cuantas[tabla] = len(datos), hojas.cuadro(tabla.hoja, columnas, _nota)
        _escribir_portada(portada, base, cuantas, hojas)
    return salida.getvalue()


def _titulo(base: Base) -> str:
    return f"{AVISO}. {TABLERO}" if base.es_simulado else TABLERO


def _nota(columna: Columna) -> str:
    unidad = f" Unidad: {columna.unidad}." if columna.unidad else ""
    return f"{columna.nombre}. {columna.descripcion}{unidad}"


def _escribir_portada(
    hoja: Worksheet, base: Base, cuantas: dict[type[Tabla], tuple[int, int]], hojas: Hojas
) -> None:
    """Qué es el libro, de qué fuentes sale y qué hay en cada hoja: cuántas filas son y caben."""
    hoja.hide_gridlines(2)
    for indice, ancho in enumerate(ANCHOS):
        hoja.set_column(indice, indice, ancho)
    hoja.write_string(0, 0, _titulo(base), hojas.titulo)
    if base.es_simulado:
        hoja.write_string(1, 0, EXPLICACION)
    versiones, licencia = formulas(base), publicacion().licencia_dicha
    dichas = [(n, texto.format(formulas=versiones, licencia=licencia)) for n, texto in NOTAS]
    siguiente = hojas.parrafos(hoja, 2, dichas, ANCHOS)
    hoja.write_string(siguiente + 1, 0, "Fuentes", hojas.titulo)
    citadas = [[_de_la_fuente(f, campo) for campo in FUENTES] for f in fuentes(base).filas]
    siguiente = hojas.lista(hoja, siguiente + 2, tuple(FUENTES.values()), citadas, ANCHOS)
    hoja.write_string(siguiente + 1, 0, "Hojas", hojas.titulo)
    de_las_hojas = [_de_la_hoja(t, *filas) for t, filas in cuantas.items()]
    hojas.lista(hoja, siguiente + 2, TABLAS_DEL_LIBRO, de_las_hojas, ANCHOS)
    for numero_de_fila, tabla in enumerate(cuantas, start=siguiente + 3):
        hoja.write_url(numero_de_fila, 0, f"internal:'{tabla.hoja}'!A1", string=tabla.hoja)


def _de_la_hoja(tabla: type[Tabla], filas: int, caben: int) -> tuple[Valor, ...]:
    sobran = filas - caben
    aviso = f" No caben {numero(sobran)} filas: están en el CSV." if sobran else ""
    return tabla.hoja, tabla.tabla, tabla.resumen() + aviso, filas


def _de_la_fuente(fuente: Fila, campo: str) -> str:
    """Un dato de una fuente; el corte, con sus palabras."""
    if campo == "corte_texto":
        return corte(fuente[campo], fuente["corte_fecha"])
    return str(fuente[campo])
