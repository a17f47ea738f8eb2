"""Lo que una persona se lleva: el ZIP, el libro de Excel y el catálogo."""

import csv
import io
import re
import shutil
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest

from tablero.consultas import transferencias
from tablero.consultas.base import MARCA, Base
from tablero.derivados import hoja_excel
from tablero.exportar.carpeta import comprimir, exportar_carpeta
from tablero.exportar.catalogo import INTERNAS, TEMAS, catalogo, corte_de_todo
from tablero.exportar.csv_oficial import Dialecto
from tablero.exportar.leeme import formulas, leeme
from tablero.exportar.libro_excel import libro_excel
from tablero.modelo import TABLAS
from tablero.respuestas.columnas import presentacion


@pytest.fixture
def asignado(base: Base) -> int:
    """Lo que suman las transferencias de la lista."""
    suma = transferencias.suma(base, departamento=None, municipio=None)
    return int(suma.fila["asignado_cop"])


@pytest.fixture(scope="module")
def libro(base: Base) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(libro_excel(base)))


def columna(hoja: openpyxl.worksheet.worksheet.Worksheet, titulo: str) -> list[object]:
    titulos = [celda.value for celda in hoja[1]]
    return [fila[titulos.index(titulo)] for fila in hoja.iter_rows(min_row=2, values_only=True)]


@pytest.mark.parametrize("dialecto", ["maquina", "excel"])
def test_el_zip_lleva_lo_mismo_que_la_carpeta(
    base: Base, tmp_path: Path, dialecto: Dialecto
) -> None:
    rutas = exportar_carpeta(base, tmp_path, dialecto)
    with zipfile.ZipFile(io.BytesIO(comprimir(base, dialecto))) as comprimido:
        assert comprimido.testzip() is None
        assert {n: comprimido.read(n) for n in comprimido.namelist()} == {
            ruta.name: ruta.read_bytes() for ruta in rutas
        }
    assert len(rutas) == len(TABLAS) + 2


def test_el_zip_es_el_mismo_dos_veces(base: Base) -> None:
    assert comprimir(base, "maquina") == comprimir(base, "maquina")


def test_los_archivos_llevan_cortes_y_no_edades(
    base: Base, en_el_dia: Callable[[date], None]
) -> None:
    """Con otro día son los mismos, byte por byte: lo que se guarda no envejece."""
    en_el_dia(date(2025, 1, 12))
    antes = _lo_que_se_lleva(base)
    en_el_dia(date(2031, 7, 1))
    despues = _lo_que_se_lleva(base)
    assert despues == antes
    for contenido in antes[:-1]:
        assert re.search(rb"hace (unos )?\d+ (mes|a.o|d.a)", contenido) is None


def _lo_que_se_lleva(base: Base) -> tuple[bytes, ...]:
    """Cada archivo de los CSV, y los textos del libro de Excel."""
    with zipfile.ZipFile(io.BytesIO(comprimir(base, "excel"))) as comprimido:
        del_zip = [comprimido.read(nombre) for nombre in sorted(comprimido.namelist())]
    with zipfile.ZipFile(io.BytesIO(libro_excel(base))) as libro:
        partes = [n for n in sorted(libro.namelist()) if n != "docProps/core.xml"]
        return (*del_zip, b"".join(libro.read(n) for n in partes))


def test_las_fuentes_llevan_su_periodicidad_con_sus_palabras(base: Base) -> None:
    (sdp,) = base.tabla("fuentes").query("fuente_codigo == 'sdp_2024-12-31'").to_dict("records")
    assert (sdp["periodicidad"], sdp["periodicidad_cita"]) == ("semestral", "Seguimiento 2024-2")


def test_el_csv_del_zip_tiene_las_cifras(base: Base, asignado: int) -> None:
    with zipfile.ZipFile(io.BytesIO(comprimir(base, "maquina"))) as comprimido:
        texto = comprimido.read("transferencias_psicosociales.csv").decode("utf-8")
    filas = list(csv.DictReader(io.StringIO(texto)))
    assert len(filas) == 13
    assert sum(int(f["valor_cop"]) for f in filas) == asignado


def test_una_hoja_por_tabla_y_la_primera_dice_que_hay(libro: openpyxl.Workbook) -> None:
    assert libro.sheetnames == ["Acerca de", *(t.hoja for t in TABLAS)]
    dicho = [v for fila in libro["Acerca de"].iter_rows(values_only=True) for v in fila if v]
    assert "2 (docs/metodologia.md)." in dicho
    assert "Ninguno: cada tabla va completa." in dicho
    assert "no declarada" in dicho
    assert "noviembre de 2025" in dicho
    assert "transferencias_psicosociales" in dicho


def test_cada_hoja_tiene_las_filas_de_su_tabla(libro: openpyxl.Workbook, base: Base) -> None:
    for tabla in TABLAS:
        assert libro[tabla.hoja].max_row - 1 == len(base.tabla(tabla.tabla)), tabla.hoja
        titulos = [
            presentacion(c.nombre, tabla).encabezado for c in tabla.columnas() if c.nombre != MARCA
        ]
        assert [c.value for c in libro[tabla.hoja][1]] == titulos


def test_los_codigos_son_texto_y_las_fechas_fechas(libro: openpyxl.Workbook, asignado: int) -> None:
    codigos = columna(libro["Transferencias"], "Código DIVIPOLA")
    assert "05490" in codigos
    cortes = columna(libro["Transferencias"], "Fecha de corte")
    assert set(cortes) == {datetime(2025, 11, 30)}
    valores = columna(libro["Transferencias"], "Valor (pesos)")
    assert sum(v for v in valores if isinstance(v, int)) == asignado


def test_los_porcentajes_son_numeros_y_no_llevan_signo(libro: openpyxl.Workbook) -> None:
    hoja = libro["Avances"]
    titulos = [c.value for c in hoja[1]]
    indice = next(i for i, t in enumerate(titulos) if t and "hasta la vigencia" in str(t)) + 1
    valores = [hoja.cell(f, indice).value for f in range(2, hoja.max_row + 1)]
    assert 34_400 in valores
    assert valores.count(None) == 2  # 1.1.19 y 3.1.9
    assert "%" not in hoja.cell(2, indice).number_format


def test_ninguna_celda_es_una_formula(libro: openpyxl.Workbook) -> None:
    for hoja in libro:
        for fila in hoja.iter_rows():
            assert all(celda.data_type != "f" for celda in fila), hoja.title


def test_el_catalogo_dice_tema_filas_y_corte(base: Base) -> None:
    fichas = {f.tabla: f for f in catalogo(base)}
    assert set(fichas) == {t.tabla for t in TABLAS}
    assert list(dict.fromkeys(f.tema for f in fichas.values())) == list(TEMAS)
    productos = fichas["politica_productos"]
    assert (productos.filas, productos.corte_texto, productos.corte_archivo) == (
        52,
        "31 de diciembre de 2024",
        "2024-12-31",
    )
    # El día de la EAT es supuesto: la fuente solo dice los años.
    assert fichas["clusteres"].corte_texto == fichas["clusteres"].corte_archivo == "2023-2024"
    assert fichas["centros_atenciones"].corte_texto == "30 de septiembre de 2025"
    vacia = fichas["ipt_valores"]
    assert (vacia.filas, vacia.corte_texto, vacia.corte_archivo) == (0, "", "")
    assert {f.tabla for f in fichas.values() if f.es_interna} == INTERNAS
    assert corte_de_todo(base) == "2025-11-30"


def test_la_version_de_las_formulas_es_la_que_dicen_las_tablas(
    base: Base, base_con_libros: Path, tmp_path: Path
) -> None:
    assert "Versión de las fórmulas: 2 (docs/metodologia.md)." in leeme(base, "maquina")
    assert formulas(Base(base_con_libros)) == "2"
    otro = tmp_path / "otro.duckdb"
    shutil.copy(base_con_libros, otro)
    with duckdb.connect(str(otro)) as conexion:
        conexion.execute(
            "UPDATE politica_avances SET formula_version = 'Seguimiento 3' "
            "WHERE formula_version = 'Seguimiento 2'"
        )
    assert formulas(Base(otro)) == "Porcentajes publicados 2, Seguimiento 2, Seguimiento 3"


def test_el_leeme_dice_los_cortes_como_los_da_cada_fuente(base: Base) -> None:
    texto = leeme(base, "maquina")
    assert "Fecha: el corte más reciente es noviembre de 2025.\n" in texto
    assert "Corte: 2023-2024. Licencia" in texto
    assert "Corte: enero–mayo (hasta el 31 de mayo de 2024). Licencia" in texto
    assert "30 de junio" not in texto


def test_la_portada_del_libro_dice_los_cortes_como_los_da_cada_fuente(
    libro: openpyxl.Workbook,
) -> None:
    dicho = [v for fila in libro["Acerca de"].iter_rows(values_only=True) for v in fila if v]
    assert "2023-2024" in dicho
    assert not [v for v in dicho if "30 de junio" in str(v)]


def test_lo_que_no_cabe_en_excel_se_dice(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel corta en silencio una hoja de más de un millón de filas y una celda larguísima."""
    monkeypatch.setattr(hoja_excel, "MAX_FILAS", 1000)
    cortado = openpyxl.load_workbook(io.BytesIO(libro_excel(base)), read_only=True)
    assert sum(1 for _ in cortado["Municipios"].iter_rows()) == 1001
    dicho = [f for f in cortado["Acerca de"].iter_rows(values_only=True) if "municipios" in f]
    assert str(dicho[0][2]).endswith(" No caben 122 filas: están en el CSV.")
    assert dicho[0][3] == 1122
    monkeypatch.setattr(hoja_excel, "MAX_LETRAS", 30)
    cortado = openpyxl.load_workbook(io.BytesIO(libro_excel(base)), read_only=True)
    textos = [c for f in cortado["Enunciados"].iter_rows(values_only=True) for c in f if c]
    assert max(len(str(t)) for t in textos[20:]) == 30
    assert any(str(t).endswith("… (sigue en el CSV)") for t in textos)
