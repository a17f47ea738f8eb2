"""Un valor que el lector de hojas no admite es un error de su celda; lo demás se lee."""

import re
import struct
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from fabrica_libros import (
    HOJA,
    NOMBRE,
    TABLAS,
    celda_ods,
    con_xml,
    empaquetar,
    fila_ods,
    libro_bueno,
    ods,
)
from fabrica_seguimiento import escribir, hojas
from fabrica_xlsb import HOJA as HOJA_XLSB
from fabrica_xlsb import alterar, entero
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles.numbers import FORMAT_DATE_YYYYMMDD2

from tablero.ingesta.seguimiento.leer import leer_seguimiento
from tablero.libro.leer import leer_libro
from tablero.modelo.cnim import Transferencia

T = f"{NOMBRE} · hoja «Transferencias» · celda E2 · columna «Valor»:"
FORMULA = "corrija la fórmula o escriba el valor."
DE_NUEVO = "y no lo es; escriba el valor de nuevo."
ESCALA = "está fuera de escala; revise el exponente y las cifras."
CELDA = r'<c r="E2" s="\d"><v>100000000</v>'

DE_ERROR = (
    *("#SPILL!", "#CALC!", "#BUSY!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#PYTHON!"),
    *("#GETTING_DATA", "#EXTERNAL!", "#TIMEOUT!", "#LO_QUE_VENGA!", "#¡DESBORDAMIENTO!", "#¿?"),
)


def errores(ruta: Path) -> list[str]:
    leido = leer_libro(ruta, TABLAS, NOMBRE)
    assert len(leido.filas["transferencias_psicosociales"]) == 2  # las demás filas se leyeron
    assert len(leido.filas["cifras"]) == 1
    return [str(e) for e in leido.errores]


@pytest.mark.parametrize("codigo", DE_ERROR)
@pytest.mark.parametrize("formula", ["", "<f>A1#</f>"])
def test_un_error_de_celda_que_no_se_conoce_es_de_esa_celda(
    tmp_path: Path, codigo: str, formula: str
) -> None:
    ruta = tmp_path / "cnim.xlsx"
    con_xml(CELDA, f'<c r="E2" t="e">{formula}<v>{codigo}</v>')(ruta)
    assert errores(ruta) == [f"{T} tiene el error {codigo}; {FORMULA}"]


@pytest.mark.parametrize("codigo", [*DE_ERROR[:-1], "####", "#OBTENIENDO_DATOS", "#NAME?"])
def test_el_mismo_error_pegado_como_texto(tmp_path: Path, codigo: str) -> None:
    ruta = libro_bueno(tmp_path / "cnim.xlsx")
    libro = openpyxl.load_workbook(ruta)
    libro["Transferencias"]["C2"] = codigo
    libro.save(ruta)
    (error,) = errores(ruta)
    assert error.endswith(f"columna «Departamento publicado»: tiene el error {codigo}; {FORMULA}")


VALORES = {
    '<c r="E2" t="b"><v>9</v>': f"{T} guarda «9» como valor lógico, {DE_NUEVO}",
    '<c r="E2" t="zz"><v>9</v>': (
        f"{T} guarda un valor de una clase desconocida («zz»); escríbalo de nuevo."
    ),
    '<c r="E2"><v>nada</v>': f"{T} guarda «nada» como número, {DE_NUEVO}",
    '<c r="E2"><v>1_000</v>': f"{T} guarda «1_000» como número, {DE_NUEVO}",
    '<c r="E2"><v>NaN</v>': f"{T} no es un número finito.",
    '<c r="E2"><v>-inf</v>': f"{T} no es un número finito.",
    '<c r="E2"><v>1e160</v>': f"{T} «1e160» {ESCALA}",
    '<c r="E2"><v>-1E+308</v>': f"{T} «-1E+308» {ESCALA}",
}


@pytest.mark.parametrize("celda", VALORES)
def test_un_valor_que_no_se_puede_leer_es_de_esa_celda(tmp_path: Path, celda: str) -> None:
    ruta = tmp_path / "cnim.xlsx"
    con_xml(CELDA, celda)(ruta)
    assert errores(ruta) == [VALORES[celda]]


@pytest.mark.parametrize("valor", ["-1e20", "1e20", "nada", "NaN", "1e999", "-1e308"])
def test_una_fecha_imposible_no_rompe_el_lector(tmp_path: Path, valor: str) -> None:
    """Con formato de fecha, -1e20 termina calamine con una traza en inglés."""
    ruta = libro_bueno(tmp_path / "cnim.xlsx")
    libro = openpyxl.load_workbook(ruta)
    libro["Transferencias"]["E2"].number_format = FORMAT_DATE_YYYYMMDD2
    libro["Transferencias"]["E2"] = 123456789
    libro.save(ruta)

    def con_el_valor(texto: str) -> str:
        return texto.replace("<v>123456789</v>", f"<v>{valor}</v>")

    _reescribir(ruta, "xl/worksheets/sheet1.xml", con_el_valor)
    (error,) = errores(ruta)
    assert error.startswith(T)


@pytest.mark.parametrize(
    "celda",
    [
        '<c r="E2"><v>1<!-- -->00</v>',
        '<c r="E2"><v><![CDATA[100]]></v>',
        '<c r="E2"><v>&#49;00</v>',
        '<c r="E2" t="str"><v>a<![CDATA[b]]></v>',
        '<c r="E2"><v>1<?x ?>00</v>',
    ],
)
def test_un_valor_que_el_lector_leeria_a_medias_rechaza_el_libro(
    tmp_path: Path, celda: str
) -> None:
    """calamine lee 1 donde dice 100, o nada."""
    ruta = tmp_path / "cnim.xlsx"
    con_xml(CELDA, celda)(ruta)
    (error,) = leer_libro(ruta, TABLAS, NOMBRE).errores
    assert "guarda un valor como ningún programa de hojas de cálculo lo escribe" in str(error)


def _reescribir(ruta: Path, parte: str, cambio: Callable[[str], str]) -> None:
    with zipfile.ZipFile(ruta) as libro:
        partes = {n: libro.read(n) for n in libro.namelist()}
    cambiada = cambio(partes[parte].decode())
    assert cambiada.encode() != partes[parte]
    partes[parte] = cambiada.encode()
    with zipfile.ZipFile(ruta, "w") as libro:
        for nombre, octetos in partes.items():
            libro.writestr(nombre, octetos)


ODS = "cnim.ods · hoja «Transferencias» · celda E2 · columna «Valor»:"
TITULOS = [c.titulo for c in Transferencia.columnas_libro()]


def _en_ods(ruta: Path, celda: str) -> list[str]:
    fila = ["001 de 2025", "2025-11-30", None, "Cúcuta", 1, "girado", "p. 5", None]
    celdas = [*map(celda_ods, fila[:4]), celda, *map(celda_ods, fila[5:])]
    otra = fila_ods(*map(celda_ods, fila))
    ods({"Transferencias": fila_ods(*map(celda_ods, TITULOS)) + fila_ods(*celdas) + otra})(ruta)
    leido = leer_libro(ruta, (Transferencia,), "cnim.ods")
    if len(leido.errores) == 1 and leido.errores[0].hoja:
        assert len(leido.filas["transferencias_psicosociales"]) == 1
    return [str(e) for e in leido.errores]


def _celda(clase: str, valor: str = "", texto: str = "7") -> str:
    atributos = f'office:value-type="{clase}" {valor}'
    return f"<table:table-cell {atributos}><text:p>{texto}</text:p></table:table-cell>"


EN_ODS = {
    _celda("zz"): f"{ODS} guarda un valor de una clase desconocida («zz»); escríbalo de nuevo.",
    _celda("void"): f"{ODS} guarda un valor de una clase desconocida («void»); escríbalo de nuevo.",
    _celda("float"): f"{ODS} guarda «7» como número, {DE_NUEVO}",
    _celda("date"): f"{ODS} guarda «7» como fecha, {DE_NUEVO}",
    _celda(
        "boolean", 'office:boolean-value="9"'
    ): f"{ODS} guarda «9» como valor lógico, {DE_NUEVO}",
    _celda("float", 'office:value="1e160"'): f"{ODS} «1e160» {ESCALA}",
    _celda("float", 'office:value="NaN"'): (
        "cnim.ods: hoja «Transferencias», celda E2: guarda «NaN» como número, y no lo es; escriba "
        "el valor de nuevo."
    ),
    '<table:table-cell calcext:value-type="error" office:value-type="string">'
    "<text:p>#SPILL!</text:p></table:table-cell>": f"{ODS} tiene el error #SPILL!; {FORMULA}",
}


@pytest.mark.parametrize("celda", EN_ODS)
def test_en_un_ods(tmp_path: Path, celda: str) -> None:
    assert _en_ods(tmp_path / "cnim.ods", celda) == [EN_ODS[celda]]


def test_un_ods_con_otros_prefijos_no_se_da_por_vacio(tmp_path: Path) -> None:
    """calamine busca `office:value`; con otro prefijo daría todas las celdas por vacías."""
    ruta = tmp_path / "cnim.ods"
    ods({"Transferencias": fila_ods(*map(celda_ods, TITULOS))})(ruta)
    _reescribir(
        ruta,
        "content.xml",
        lambda t: t.replace("office:", "o:").replace("xmlns:office=", "xmlns:o="),
    )
    (error,) = leer_libro(ruta, (Transferencia,), "cnim.ods").errores
    assert str(error).startswith("cnim.ods: no lo guardó un programa de hojas de cálculo conocido")


EN_XLSB: dict[str, tuple[int, bytes, str]] = {
    "un código de error por venir": (3, b"\x63", "tiene el error #99; "),
    "un código de error conocido": (3, b"\x2b", "tiene el error #GETTING_DATA; "),
    "una fórmula con otro código": (11, b"\x63\0\0", "tiene el error #99; "),
    "un real enorme": (5, struct.pack("<d", 1e160), "«1e+160» está fuera de escala"),
    "un real que no es": (5, struct.pack("<d", float("nan")), "no es un número finito."),
    "un abreviado enorme": (2, struct.pack("<d", -1e300)[4:], "está fuera de escala"),
}


@pytest.mark.parametrize("caso", EN_XLSB)
def test_en_un_xlsb(tmp_path: Path, caso: str) -> None:
    """El reporte de P6 pasa a ser ese registro; los demás valores del libro no cambian."""
    tipo, valor, mensaje = EN_XLSB[caso]
    if tipo == 2:
        valor = entero(struct.unpack("<I", valor)[0] & 0xFFFFFFFC)
    bueno = leer_seguimiento(escribir(tmp_path / "bueno.xlsb", hojas(1)))
    ruta = escribir(tmp_path / "libro.xlsb", hojas(1))
    en_p = 0

    def cambiar(suyo: int, datos: bytes) -> tuple[int, bytes]:
        nonlocal en_p
        es_p = suyo in (2, 5) and datos[:4] == entero(15)
        en_p += es_p
        return (tipo, datos[:8] + valor) if es_p and en_p > 1 else (suyo, datos)

    alterar(ruta, HOJA_XLSB, cambiar)
    leido = leer_seguimiento(ruta)
    (error,) = leido.errores
    assert error.celda == "P6"
    assert mensaje in error.mensaje
    (uno,), (otro,) = bueno.indicadores, leido.indicadores
    distintos = {p for p in uno.reportes if otro.reportes.get(p) != uno.reportes[p]}
    assert {str(p) for p in distintos} == {"Q1 de 2023"}
    assert otro.metas == uno.metas


NUMEROS = st.one_of(
    st.integers(-(10**18), 10**18).map(str),
    st.floats(allow_nan=True, allow_infinity=True).map(repr),
    st.text("0123456789eE+-. _,", max_size=12),
    st.sampled_from(["", "0x10", "１", "1e5", "-0", "+7", ".5", "5.", "1e-300", "007"]),
)


@cache
def _partes_buenas() -> dict[str, bytes]:
    with TemporaryDirectory() as carpeta:
        libro = zipfile.ZipFile(libro_bueno(Path(carpeta) / "cnim.xlsx"))
        with libro:
            return {n: libro.read(n) for n in libro.namelist()}


@settings(max_examples=100, deadline=None)
@given(NUMEROS, st.booleans())
def test_todo_numero_se_lee_como_esta_escrito_o_es_un_error_de_su_celda(
    tmp_path_factory: pytest.TempPathFactory, escrito: str, como_fecha: bool
) -> None:
    partes = _partes_buenas()
    estilo = ' s="1"' if como_fecha else ""
    celda = f'<c r="E2"{estilo}><v>{escrito}</v>'
    hoja = re.sub(CELDA, lambda _: celda, partes[HOJA].decode(), count=1)
    ruta = tmp_path_factory.mktemp("libro") / "cnim.xlsx"
    empaquetar(ruta, {**partes, HOJA: hoja})
    leido = leer_libro(ruta, TABLAS, NOMBRE)
    filas: list[Any] = [f.valores["valor_cop"] for f in leido.filas["transferencias_psicosociales"]]
    if leido.errores:
        assert {e.celda for e in leido.errores} == {"E2"}
        assert filas == [250_500_000, 0]
    else:
        assert filas == [float(escrito), 250_500_000, 0]
